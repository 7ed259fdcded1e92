import "server-only";

export async function sendMail(_mailId: string): Promise<void> {}
