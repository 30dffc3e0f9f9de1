// One look for buttons and for links that act like buttons.
import { classes } from "./classes.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "regular" | "small";

const variants: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong",
  secondary: "border-line-strong bg-raised text-ink hover:border-ink hover:bg-sunken",
  quiet:
    "border-transparent bg-transparent text-accent underline decoration-1 underline-offset-4 hover:bg-accent-soft hover:text-accent-strong",
  danger: "border-danger bg-danger text-on-danger hover:border-danger-strong hover:bg-danger-strong",
};

const sizes: Record<ButtonSize, string> = {
  regular: "min-h-touch px-5 py-2 text-base",
  small: "min-h-9 px-3 py-1 text-sm",
};

export function buttonClasses(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return classes(
    "forced-border inline-flex print:hidden items-center justify-center gap-2 rounded-md border text-center font-semibold leading-snug transition-colors",
    "aria-disabled:cursor-not-allowed aria-disabled:opacity-70 disabled:cursor-not-allowed disabled:opacity-60",
    variants[variant],
    sizes[size],
    className,
  );
}
