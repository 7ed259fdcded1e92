import { chromium } from "@playwright/test";
import { findChromium } from "./chromium.mjs";

/** Takes the README's pictures from a demo that runs at STAFETA_URL (http://localhost:3000). */
const url = process.env.STAFETA_URL ?? "http://localhost:3000";

const PICTURES = [
  { file: "docs/pictures/home.png", as: "official-turin", open: "/", height: 1000 },
  {
    file: "docs/pictures/case.png",
    as: "official-turin",
    open: "/library?q=Torino+Solidale",
    follow: "Torino Solidale",
    height: 1400,
  },
];

const browser = await chromium.launch({
  executablePath: (await findChromium(process.cwd())).file,
  args: ["--no-sandbox", "--disable-quic"],
});
for (const { file, as, open, follow, height } of PICTURES) {
  const context = await browser.newContext({ viewport: { width: 1280, height }, locale: "en-IE" });
  const page = await context.newPage();
  await context.request.post(`${url}/api/demo/sign-in`, { form: { as }, maxRedirects: 0 });
  await page.goto(url + open);
  if (follow) await page.getByRole("link", { name: follow }).first().click();
  await page.getByRole("heading", { level: 1 }).waitFor({ state: "attached" });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: file });
  await context.close();
}
await browser.close();
