import type { Autosave } from "./autosave";

/** The server has what was typed before it is asked to save it; without a line nothing is sent that would be lost. */
export function sendWhenSettled(form: HTMLFormElement, autosave: Autosave, signal: AbortSignal) {
  let settling = false;
  let passing = false;
  let left = location.href;
  const check = (event: SubmitEvent) => {
    if (passing) {
      passing = false;
      left = location.href;
      autosave.goes();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (settling) return;
    settling = true;
    const { submitter } = event;
    const go = () => {
      settling = false;
      if (signal.aborted) return;
      passing = true;
      form.requestSubmit(submitter?.isConnected ? submitter : null);
      passing = false;
    };
    autosave.settle().then((reached) => {
      if (!reached) settling = false;
      // Not at once: while a form says that it is being sent, it cannot be asked to send.
      else setTimeout(go);
    });
  };
  form.addEventListener("submit", check, { signal });
  return {
    /** Continue leads elsewhere when all is well; the address of the page says so. */
    arrived: () =>
      autosave.isQuiet && location.href !== left && /[?&](saved|rows|moved|filled|done)=/.test(location.search),
  };
}
