// What takes the place of a form, like a preview: it takes the focus when it appears, so that it is read first and stands in sight on a telephone.
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";

export function TakesFocus({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}
