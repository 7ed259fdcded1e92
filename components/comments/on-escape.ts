/** Escape closes the field that stands open within, unless somebody has typed into it. */
export function onEscape(close: () => void) {
  return ({ key, currentTarget, nativeEvent }: React.KeyboardEvent) => {
    if (key !== "Escape" || nativeEvent.isComposing) return;
    const typed = [...currentTarget.querySelectorAll("textarea")].some((area) => area.value !== area.defaultValue);
    if (!typed) close();
  };
}
