import "server-only";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { AwsClient } from "aws4fetch";
import type { Store } from "./store";

export interface S3 {
  endpoint: string;
  bucket: string;
  region: string;
  id: string;
  secret: string;
}

/** Files in a bucket of any store that speaks S3, addressed by path. */
export function s3Store({ endpoint, bucket, region, id, secret }: S3): Store {
  const client = new AwsClient({ accessKeyId: id, secretAccessKey: secret, region, service: "s3", retries: 2 });
  const url = (key: string) => `${endpoint}/${bucket}/${key}`;
  return {
    async put(key, content, bytes) {
      // A stream is signed without its content, and S3 wants to know its length beforehand. It is not sent again.
      const signed = await client.sign(url(key), { method: "PUT", headers: { "content-length": String(bytes) } });
      const body = Readable.toWeb(content) as unknown as BodyInit;
      await checked(
        await fetch(url(key), { method: "PUT", headers: signed.headers, body, duplex: "half" } as RequestInit),
      );
    },
    async get(key, range) {
      const headers = range ? { range: `bytes=${range.from}-${range.to}` } : undefined;
      const answer = await checked(await client.fetch(url(key), { headers }));
      return answer.body ? Readable.fromWeb(answer.body as ReadableStream) : Readable.from([]);
    },
    async remove(key) {
      const answer = await client.fetch(url(key), { method: "DELETE" });
      if (answer.status !== 404) await checked(answer);
    },
  };
}

/** What the store says may hold names of ours: only its status goes into the log. */
async function checked(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  await answer.body?.cancel();
  const error = new Error(`The file store answers ${answer.status}.`);
  throw answer.status === 404 ? Object.assign(error, { code: "ENOENT" }) : error;
}
