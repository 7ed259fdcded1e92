/** @type {import("next").NextConfig} */
export default {
  // A build gets a folder of its own, so that building never disturbs a running release.
  distDir: process.env.NEXT_DIST_DIR || ".next",
  // `npm test` and `npm run check` check the types; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // A title that is streamed after its page leaves the document without one for a moment, after each save: a screen
  // reader says the address then. So every reader waits for it; ours cost no statement of their own.
  htmlLimitedBots: /.*/,
  compress: true,
  serverExternalPackages: [
    "fontkit",
    "graphile-worker",
    "imapflow",
    "mailparser",
    "nodemailer",
    "pdfkit",
    "pg",
    "postgres",
    "sharp",
    "smtp-server",
  ],
  experimental: { serverActions: { bodySizeLimit: "6mb" } },
  async headers() {
    return [
      { source: "/fonts/:file*", headers: [{ key: "cache-control", value: "public, max-age=31536000, immutable" }] },
    ];
  },
};
