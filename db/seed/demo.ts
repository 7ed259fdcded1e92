import "server-only";

export async function seedDemo(): Promise<void> {}
