// A text with room for so many characters, which says how many are left while it is written.
import { useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { TextArea } from "#app/ui/text-area.tsx";
import { lengthOf } from "../domain/file-limits.ts";

export interface CountedAreaProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly id?: string | undefined;
  readonly most: number;
  readonly defaultValue?: string | undefined;
  readonly problem?: string | undefined;
  readonly lang?: string | undefined;
  readonly rows?: number;
  readonly isOptional?: boolean;
  readonly required?: boolean;
}

export function CountedArea({ most, defaultValue = "", ...rest }: CountedAreaProps) {
  const { t } = useTranslation("candidacies");
  const [used, setUsed] = useState(lengthOf(defaultValue));
  return (
    <div>
      <TextArea
        {...rest}
        description={t("form.upTo", { count: most })}
        defaultValue={defaultValue}
        onInput={(event) => setUsed(lengthOf(event.currentTarget.value))}
      />
      <p className={used > most ? "mt-1 text-sm font-semibold text-danger" : "mt-1 text-sm text-ink-soft"}>
        {t("form.used", { used, most })}
      </p>
    </div>
  );
}
