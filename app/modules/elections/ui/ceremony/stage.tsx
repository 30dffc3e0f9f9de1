// One stage of a task in place. When the stage changes, the focus goes to the new one, so that nobody is left on a button that is gone.
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";

export function Stage({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(name);
  useEffect(() => {
    if (shown.current === name) return;
    shown.current = name;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: "nearest" });
  }, [name]);
  return (
    <div ref={place} tabIndex={-1} className="space-y-6 outline-none">
      {children}
    </div>
  );
}
