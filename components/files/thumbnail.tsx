import { widthsOf } from "@/lib/files/limits";

/** A small picture in a list; what it shows is said beside it. */
export function Thumbnail({ fileId, width, height }: { fileId: string; width: number; height: number }) {
  const [narrowest = width] = widthsOf(width);
  return (
    // biome-ignore lint/performance/noImgElement: its sizes are made already, and Next would not ask with the reader's rights
    <img
      className="thumbnail"
      src={`/files/${fileId}/${narrowest}`}
      width={width}
      height={height}
      alt=""
      loading="lazy"
    />
  );
}
