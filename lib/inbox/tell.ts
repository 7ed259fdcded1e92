import "server-only";

export async function tellPerson(_personId: string): Promise<void> {}
