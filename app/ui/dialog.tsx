// A question that must be answered before going on. The browser's own dialog keeps the focus inside, closes on Escape and gives the focus back.
import { useEffect, useId, useRef } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon.tsx";

export interface DialogProps {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  /** Also called when the reader presses Escape. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The answers: buttons, the safest first. */
  readonly actions?: ReactNode;
}

export function Dialog({ title, isOpen, onClose, children, actions }: DialogProps) {
  const { t } = useTranslation("ui");
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    if (isOpen && !dialog.open) dialog.showModal();
    if (!isOpen && dialog.open) dialog.close();
  }, [isOpen]);
  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto max-h-[90dvh] w-[min(36rem,calc(100vw-2rem))] overflow-y-auto rounded-lg border border-line-strong bg-raised p-0 text-ink shadow-2xl backdrop:bg-[#061312]/60"
    >
      {isOpen ? (
        <div className="p-5 sm:p-7">
          <div className="mb-3 flex items-start justify-between gap-4">
            <h2 id={id} className="font-display text-2xl leading-tight">
              {title}
            </h2>
            <button
              type="button"
              onClick={onClose}
              className="-me-2 -mt-1 inline-flex size-touch shrink-0 items-center justify-center rounded-md hover:bg-sunken"
            >
              <Icon name="cross" />
              <span className="sr-only">{t("dialog.close")}</span>
            </button>
          </div>
          <div className="space-y-3">{children}</div>
          {actions ? <div className="mt-6 flex flex-wrap gap-3">{actions}</div> : null}
        </div>
      ) : null}
    </dialog>
  );
}
