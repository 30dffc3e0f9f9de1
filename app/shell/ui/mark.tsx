// The product's sign: the half circle of an assembly hall, and the one who has the floor.
export function Mark({ className }: { readonly className?: string }) {
  return (
    <svg aria-hidden="true" className={className} fill="currentColor" viewBox="0 0 32 32">
      <path d="M4 21.5a12 12 0 0 1 24 0h-5a7 7 0 0 0-14 0z" />
      <circle cx="16" cy="21.2" r="3.2" />
      <path d="M4 25.5h24V28H4z" />
    </svg>
  );
}
