import { isId } from "@/lib/ids";

const START = "file-";

/** The form in which one says what a file is: it is kept like any other task of the write-up. */
export function fileTask(fileId: string): string {
  return START + fileId;
}

/** Which file such a form is about; null for every other task. */
export function fileOfTask(task: string): string | null {
  const id = task.startsWith(START) ? task.slice(START.length) : "";
  return isId(id) ? id : null;
}
