// Taking a claim back, with the question before it: what was written is erased and does not come back.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import type { ClaimView } from "../domain/claim-view.ts";

/** Its parent is a form. `children`: what the form sends besides. Nothing for a claim that is decided or withdrawn already. */
export function WithdrawQuestion({ claim, children }: { readonly claim: ClaimView; readonly children?: ReactNode }) {
  const { t } = useTranslation("claims");
  const { number, state, confidential } = claim;
  const isOpen = state === "filed" || state === "under-review";
  if (!isOpen || confidential === null) return null;
  return (
    <details className="max-w-text">
      <summary className="flex min-h-touch cursor-pointer items-center font-semibold text-accent underline">
        {t("own.withdraw", { number })}
      </summary>
      <div className="space-y-3 border-s-4 border-warning ps-4">
        <p>{t("own.withdrawQuestion", { number })}</p>
        {children}
        <SubmitButton variant="danger" size="small" name="withdraw" value={confidential.claimId}>
          {t("own.withdrawConfirm", { number })}
        </SubmitButton>
      </div>
    </details>
  );
}
