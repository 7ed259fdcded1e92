import { useRef, useState } from "react";

interface Button {
  name: string;
  words: string;
  pressed?: boolean;
  disabled?: boolean;
}

interface Props {
  label: string;
  /** The id of the text that the buttons change. */
  controls: string;
  buttons: Button[];
  onPress: (name: string) => void;
}

/** A row of buttons that is one stop for Tab; the arrow keys go along it. */
export function Toolbar({ label, controls, buttons, onPress }: Props) {
  const [current, setCurrent] = useState(0);
  const row = useRef<HTMLDivElement>(null);

  function go(key: string): boolean {
    const last = buttons.length - 1;
    const rtl = row.current ? getComputedStyle(row.current).direction === "rtl" : false;
    const to: Record<string, number> = {
      ArrowRight: rtl ? current - 1 : current + 1,
      ArrowLeft: rtl ? current + 1 : current - 1,
      Home: 0,
      End: last,
    };
    const next = to[key];
    if (next === undefined) return false;
    const index = (next + buttons.length) % buttons.length;
    setCurrent(index);
    row.current?.querySelectorAll("button")[index]?.focus();
    return true;
  }

  return (
    <div
      ref={row}
      role="toolbar"
      aria-label={label}
      aria-controls={controls}
      tabIndex={-1}
      onKeyDown={(event) => go(event.key) && event.preventDefault()}
    >
      {buttons.map(({ name, words, pressed, disabled }, index) => (
        <button
          type="button"
          key={name}
          tabIndex={index === current ? 0 : -1}
          aria-pressed={pressed}
          aria-disabled={disabled || undefined}
          // The selection stays in the text, and on a phone the keyboard stays open.
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setCurrent(index)}
          onClick={() => !disabled && onPress(name)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
