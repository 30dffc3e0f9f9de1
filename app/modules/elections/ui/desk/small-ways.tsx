// Small buttons at the head of a desk: the ways that are open now.
import { LinkButton } from "#app/ui/link-button.tsx";

export interface SmallWay {
  readonly to: string;
  readonly label: string;
  /** Absent: always. */
  readonly isOpen?: boolean;
  readonly isPrimary?: boolean;
}

export function SmallWays({ ways }: { readonly ways: readonly SmallWay[] }) {
  return ways
    .filter(({ isOpen = true }) => isOpen)
    .map(({ to, label, isPrimary = false }) => (
      <LinkButton key={to} size="small" variant={isPrimary ? "primary" : "secondary"} to={to}>
        {label}
      </LinkButton>
    ));
}
