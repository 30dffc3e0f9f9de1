// A form that saves itself while it is written, and says so; without JavaScript its button does.
import { Form } from "@remix-run/react";
import { useRef } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { AutosaveState } from "./use-autosave.ts";
import { useAutosave } from "./use-autosave.ts";
import { useCandidacyProblems } from "./use-candidacy-problems.ts";

export interface AutosaveFormProps {
  readonly saveTo: string;
  readonly back: string;
  readonly children: ReactNode;
}

export function AutosaveForm({ saveTo, back, children }: AutosaveFormProps) {
  const { t } = useTranslation("candidacies");
  const form = useRef<HTMLFormElement>(null);
  const { state, refusal, noteInput } = useAutosave(form, saveTo);
  return (
    <Form ref={form} method="post" onInput={noteInput} className="space-y-8">
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>{t("file.save")}</SubmitButton>
        <LinkButton to={back}>{t("file.back")}</LinkButton>
        <SaveState state={state} refusal={refusal} />
      </div>
    </Form>
  );
}

function SaveState({
  state,
  refusal,
}: {
  readonly state: AutosaveState;
  readonly refusal: ReturnType<typeof useAutosave>["refusal"];
}) {
  const { t } = useTranslation("candidacies");
  const { problems } = useCandidacyProblems(refusal === undefined ? undefined : { refusal });
  const isTrouble = state === "failed" || state === "refused";
  return (
    <p role="status" className={isTrouble ? "font-semibold text-danger" : "text-sm text-ink-soft"}>
      {state === "idle" ? t("file.autosaves") : t(`file.states.${state}`)}{" "}
      {state === "refused" ? problems.map(({ sentence }) => sentence).join(" ") : null}
    </p>
  );
}
