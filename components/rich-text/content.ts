import { markdownToHtml } from "@/lib/text/markdown-html";

/** Markdown as the editor takes it in. It would drop the end of a line between two links, so that is a blank. */
export function contentOf(markdown: string): string {
  return markdownToHtml(markdown).replace(/(<pre>.*?<\/pre>)|\n/gs, (_, code: string | undefined) => code ?? " ");
}
