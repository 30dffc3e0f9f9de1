// A tracker, a fingerprint, a command: something to copy letter by letter.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon.tsx";

export interface CodeProps {
  readonly value: string;
  /** What it is, for those who hear the button. */
  readonly label: string;
  /** Large, for the one code a page is about. */
  readonly isLarge?: boolean;
  /** A command on a line of its own. */
  readonly isBlock?: boolean;
}

function codeLook(isLarge: boolean, isBlock: boolean): string {
  if (isBlock) return "min-w-0 flex-1 overflow-x-auto whitespace-pre-wrap font-mono text-sm";
  return isLarge
    ? "wrap-anywhere rounded-sm bg-sunken px-2.5 py-1.5 font-mono text-xl"
    : "wrap-anywhere rounded-sm bg-sunken px-1.5 py-0.5 font-mono text-sm";
}

export function Code({ value, label, isLarge = false, isBlock = false }: CodeProps) {
  const { t } = useTranslation("ui");
  const [isCopied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  }
  return (
    <span
      className={
        isBlock
          ? "flex items-center gap-3 rounded-md border border-line bg-sunken py-1 ps-4 pe-2"
          : "inline-flex max-w-full flex-wrap items-center gap-2"
      }
    >
      <code className={codeLook(isLarge, isBlock)}>{value}</code>
      <button
        type="button"
        onClick={() => void copy()}
        className="no-print inline-flex min-h-target shrink-0 items-center gap-1 rounded-sm px-1.5 text-sm text-accent underline underline-offset-4 hover:bg-accent-soft"
      >
        <Icon name={isCopied ? "check" : "copy"} />
        <span aria-hidden="true">{t(isCopied ? "code.copied" : "code.copy")}</span>
        <span className="sr-only">{t("code.copyNamed", { label })}</span>
      </button>
      <span role="status" className="sr-only">
        {isCopied ? t("code.copied") : null}
      </span>
    </span>
  );
}
