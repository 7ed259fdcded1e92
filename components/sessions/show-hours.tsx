"use client";

import { usePathname, useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useTransition } from "react";
import { useFormState } from "@/components/ui/form";

/** What the hours depend on. */
const ASKED = new Set([
  ...["cities[]", "optional[]", "second[]", "format", "minutes", "from", "until", "spread"],
  ...["slot", "date", "time", "zone"],
]);
const SETTLED_MS = 120;

/**
 * Shows the hours for what the form asks at this moment: at each change of it, or when the button is pressed. The button
 * works without JavaScript too: it sends all that was typed along, and the page comes back with it.
 */
export function ShowHours({ children, picked }: { children: React.ReactNode; picked: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const router = useRouter();
  const path = usePathname();
  const [pending, begin] = useTransition();
  // Until somebody picks an hour, the fairest is picked: also after it has become another one.
  const chosen = useRef(false);
  const shown = useRef(picked);
  // Another address would put an end to what is being sent: its answer would find nobody.
  const sending = useRef(false);
  const { pending: sent } = useFormState();

  const show = useCallback(
    (form: HTMLFormElement) => {
      const params = asked(form);
      if (!chosen.current) params.delete("slot");
      begin(() => router.replace(`${path}?${params}`, { scroll: false }));
    },
    [router, path],
  );

  useEffect(() => {
    const form = button.current?.form;
    if (!form) return;
    let waiting: number | undefined;
    const soon = () => {
      window.clearTimeout(waiting);
      if (sending.current) return;
      waiting = window.setTimeout(() => show(form), SETTLED_MS);
    };
    const changed = ({ target }: { target: unknown }) => {
      if (!isControl(target) || !ASKED.has(target.name)) return;
      if (target.name === "slot") chosen.current = true;
      soon();
    };
    if (new URLSearchParams(window.location.search).has("slot")) chosen.current = true;
    const submitted = () => {
      window.clearTimeout(waiting);
      sending.current = true;
    };
    form.addEventListener("change", changed);
    form.addEventListener("submit", submitted);
    // What was changed before this ran, or came back with the page.
    const touched = [...form.elements].filter((one) => isControl(one) && ASKED.has(one.name) && isTouched(one));
    const slot = slotsOf(form).find(({ checked, value }) => checked && value !== shown.current);
    for (const target of slot ? [...touched, slot] : touched) changed({ target });
    return () => {
      window.clearTimeout(waiting);
      form.removeEventListener("change", changed);
      form.removeEventListener("submit", submitted);
    };
  }, [show]);

  useEffect(() => {
    if (!sent) sending.current = false;
  }, [sent]);

  useEffect(() => {
    shown.current = picked;
    const slots = slotsOf(button.current?.form);
    if (!slots.some(({ checked }) => checked)) chosen.current = false;
    const slot = slots.find(({ value }) => value === picked);
    if (slot && !chosen.current) slot.checked = true;
  });

  return (
    <button
      className="button quiet"
      ref={button}
      formAction={`${path}#h-when`}
      formMethod="get"
      aria-busy={pending || undefined}
      onClick={(event) => {
        event.preventDefault();
        const { form } = event.currentTarget;
        if (form) show(form);
      }}
    >
      {children}
    </button>
  );
}

function slotsOf(form: HTMLFormElement | null | undefined): HTMLInputElement[] {
  return [...(form?.querySelectorAll<HTMLInputElement>('input[name="slot"]') ?? [])];
}

type Control = HTMLInputElement | HTMLSelectElement;

function isControl(target: unknown): target is Control {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some((one) => one.selected && !one.defaultSelected);
  if (control.type === "radio") return control.checked && !control.defaultChecked;
  if (control.type === "checkbox") return control.checked !== control.defaultChecked;
  return control.type !== "hidden" && control.value !== control.defaultValue;
}

/** The address as it is, with what the form asks now. */
function asked(form: HTMLFormElement): URLSearchParams {
  const params = new URLSearchParams(window.location.search);
  const given = new FormData(form);
  for (const name of [...ASKED, "letGo", "sittings"]) params.delete(name);
  for (const [name, value] of given) if (ASKED.has(name) && typeof value === "string") params.append(name, value);
  return params;
}
