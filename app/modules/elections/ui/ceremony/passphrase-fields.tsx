// Passphrases: a new one, typed twice with a word on its strength, or a known one. Uncontrolled by any server: they stay in this page.
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "#app/ui/badge.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { Tone } from "#app/ui/tone.ts";
import { shortestPassphrase } from "../../domain/trustee-backup.ts";
import type { PassphraseStrength } from "./passphrase-strength.ts";
import { passphraseStrength } from "./passphrase-strength.ts";

const tones: Record<PassphraseStrength, Tone> = {
  short: "danger",
  weak: "danger",
  fair: "warning",
  good: "success",
  strong: "success",
};

export interface NewPassphrase {
  readonly first: string;
  readonly second: string;
}

/** The code of what is wrong with a new passphrase; undefined when it can be used. */
export function newPassphraseProblem({
  first,
  second,
}: NewPassphrase): { field: "passphrase" | "passphrase-again"; code: string } | undefined {
  const strength = passphraseStrength(first);
  if (strength === "short") return { field: "passphrase", code: "short" };
  if (strength === "weak") return { field: "passphrase", code: "weak" };
  return first === second ? undefined : { field: "passphrase-again", code: "differs" };
}

export function NewPassphraseFields({
  value,
  onChange,
  problem,
}: {
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
  readonly problem: ReturnType<typeof newPassphraseProblem>;
}) {
  const { t } = useTranslation("elections");
  const [isShown, setShown] = useState(false);
  const sentenceFor = (field: string) =>
    problem?.field === field
      ? t(`ceremony.passphrase.problem.${problem.code}`, { shortest: shortestPassphrase })
      : undefined;
  const strength = passphraseStrength(value.first);
  const typing = {
    type: isShown ? "text" : "password",
    autoComplete: "off",
    spellCheck: false,
    autoCapitalize: "none",
  } as const;
  return (
    <div className="space-y-4">
      <TextField
        {...typing}
        name="passphrase"
        label={t("ceremony.passphrase.new")}
        description={t("ceremony.passphrase.advice", { shortest: shortestPassphrase })}
        problem={sentenceFor("passphrase")}
        value={value.first}
        onChange={(event) => onChange({ ...value, first: event.target.value })}
      />
      <p role="status" className="text-sm">
        {value.first === "" ? null : (
          <>
            {t("ceremony.passphrase.strength")}{" "}
            <Badge tone={tones[strength]}>{t(`ceremony.passphrase.${strength}`)}</Badge>
          </>
        )}
      </p>
      <TextField
        {...typing}
        name="passphrase-again"
        label={t("ceremony.passphrase.again")}
        problem={sentenceFor("passphrase-again")}
        value={value.second}
        onChange={(event) => onChange({ ...value, second: event.target.value })}
      />
      <ShowBox isShown={isShown} onChange={setShown} />
    </div>
  );
}

export function KnownPassphraseField({
  value,
  onChange,
  problem,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
}) {
  const { t } = useTranslation("elections");
  const [isShown, setShown] = useState(false);
  return (
    <div className="space-y-1">
      <TextField
        type={isShown ? "text" : "password"}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        name="known-passphrase"
        label={t("ceremony.passphrase.known")}
        problem={problem}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <ShowBox isShown={isShown} onChange={setShown} />
    </div>
  );
}

function ShowBox({ isShown, onChange }: { readonly isShown: boolean; readonly onChange: (isShown: boolean) => void }) {
  const { t } = useTranslation("elections");
  const id = useId();
  return (
    <Checkbox
      name="show-passphrase"
      id={id}
      label={t("ceremony.passphrase.show")}
      checked={isShown}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
