export const b64u = (data: string | Buffer): string => Buffer.from(data).toString('base64url');
export const b64 = (data: string | Buffer): string => Buffer.from(data).toString('base64');
