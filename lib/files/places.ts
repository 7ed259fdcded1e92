import path from "node:path";

/** Where files lie and how many there may be. `scripts/settings.mjs` checks the settings before anything starts. */
export const places = {
  get folder() {
    return path.join(process.env.STAFETA_DATA ?? ".data", "files");
  },
  /** On this machine, whatever the store is: a file is looked at before it is kept. */
  get incoming() {
    return path.join(process.env.STAFETA_DATA ?? ".data", "files-incoming");
  },
  get s3() {
    const {
      S3_ENDPOINT: endpoint,
      S3_BUCKET: bucket,
      S3_ACCESS_KEY_ID: id,
      S3_SECRET_ACCESS_KEY: secret,
    } = process.env;
    if (!endpoint || !bucket || !id || !secret) return null;
    return { endpoint: endpoint.replace(/\/+$/, ""), bucket, id, secret, region: process.env.S3_REGION || "us-east-1" };
  },
  /** For each city, in bytes. */
  get quota() {
    return Number(process.env.FILES_QUOTA_MB || 2048) * 1_000_000;
  },
};
