// The passphrase of the list of codes, and the beginning of the work.
import { useState } from "react";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { NewPassphraseFields, newPassphraseProblem } from "./passphrase-fields.tsx";

export function CodesPassphrase({ onChosen }: { readonly onChosen: (passphrase: string) => void }) {
  const { t } = useTranslation("elections");
  const [typed, setTyped] = useState({ first: "", second: "" });
  const [problem, setProblem] = useState<ReturnType<typeof newPassphraseProblem>>();

  function choose(event: FormEvent): void {
    event.preventDefault();
    const found = newPassphraseProblem(typed);
    setProblem(found);
    if (found === undefined) onChosen(typed.first);
    else document.getElementById(`field-${found.field}`)?.focus();
  }

  return (
    <form noValidate onSubmit={choose} className="space-y-5">
      <p className="max-w-text">{t("codes.passphraseWhy")}</p>
      <NewPassphraseFields value={typed} onChange={setTyped} problem={problem} />
      <SubmitButton>{t("codes.start")}</SubmitButton>
    </form>
  );
}
