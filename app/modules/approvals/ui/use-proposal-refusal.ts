// A refusal as a sentence: of this module, or of the module whose act was refused.
import { useTranslation } from "react-i18next";
import { partsOfKind } from "../domain/proposal-state.ts";

interface RefusalToSay {
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

export function useProposalRefusal(kind: string): (refusal: RefusalToSay) => string {
  const { t } = useTranslation("approvals");
  return ({ code, details }) => {
    const own = t(`refusals.${code}`, { ...details, defaultValue: "" });
    if (own !== "") return own;
    return t(`${partsOfKind(kind).module}:refusals.${code}`, { ...details, defaultValue: code });
  };
}
