// The few signs that we draw. Decoration only: words always stand beside them.
import { classes } from "./classes.ts";

const paths = {
  check: "M4 12.5l5 5L20 6.5",
  cross: "M6 6l12 12M18 6L6 18",
  warning: "M12 3.5l9.5 17h-19zM12 10v5M12 17.6v.6",
  info: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 11v5.5M12 7.4v.6",
  arrowRight: "M5 12h14M13 6l6 6-6 6",
  arrowLeft: "M19 12H5M11 6l-6 6 6 6",
  chevronDown: "M6 9.5l6 6 6-6",
  menu: "M4 7h16M4 12h16M4 17h16",
  search: "M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L20 20",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3",
  box: "M4 9h16v11H4zM8 9V4h8v5M9 13h6",
  download: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  person: "M12 4.5a3.75 3.75 0 100 7.5 3.75 3.75 0 000-7.5zM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.700 1.900 7.5 5.5",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, className }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg
      aria-hidden="true"
      className={classes("inline-block size-[1.15em] shrink-0", className)}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="1.9"
      viewBox="0 0 24 24"
    >
      <path d={paths[name]} />
    </svg>
  );
}
