// Saves what is typed without being asked: a moment after the last keystroke, again after a failure, and the browser warns before
// a page with unsaved words is left. Why not Remix's fetcher: where the network fails it would replace the page, and the words with it.
import { useCallback, useEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import type { Refusal } from "#app/lib/result/index.ts";

export type AutosaveState = "idle" | "waiting" | "saving" | "saved" | "failed" | "refused";

export interface Autosave {
  readonly state: AutosaveState;
  readonly refusal: Refusal | undefined;
  /** For the form's onInput. */
  readonly noteInput: () => void;
}

const calmMs = 1_500;
const againMs = 8_000;

export interface SaveAnswer {
  readonly refusal?: Refusal | undefined;
  readonly problems?: readonly { readonly field: string; readonly key: string }[] | undefined;
}

export function useAutosave(form: RefObject<HTMLFormElement | null>, address: string): Autosave {
  const [state, setState] = useState<AutosaveState>("idle");
  const [refusal, setRefusal] = useState<Refusal>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typedSince = useRef(0);

  const save = useCallback(async () => {
    if (form.current === null) return;
    const typed = typedSince.current;
    setState("saving");
    try {
      const response = await fetch(address, { method: "POST", body: new FormData(form.current) });
      const answer = (await response.json()) as SaveAnswer;
      setRefusal(answer.refusal);
      if (!response.ok) setState("refused");
      else setState(typed === typedSince.current ? "saved" : "waiting");
    } catch {
      setState("failed");
      timer.current = setTimeout(() => void save(), againMs);
    }
  }, [form, address]);

  const noteInput = useCallback(() => {
    typedSince.current += 1;
    setState("waiting");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), calmMs);
  }, [save]);

  const isUnsaved = state === "waiting" || state === "saving" || state === "failed";
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUnsaved]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { state, refusal, noteInput };
}
