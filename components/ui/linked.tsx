/** The text of a message as it was sent, its addresses made into links. */
export function Linked({ text }: { text: string }) {
  return (
    <div className="letter">
      {text.split(/(https?:\/\/[^\s<>"]+)/).map((piece, n) =>
        n % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never move
          <a key={n} href={piece}>
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </div>
  );
}
