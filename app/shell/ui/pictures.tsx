// The drawings of the front page. They take the colour of the text around them, and say nothing that the words do not.
import type { ReactNode } from "react";

interface PictureProps {
  readonly className?: string | undefined;
}

function Picture({
  className,
  size = 80,
  children,
}: PictureProps & { readonly size?: number; readonly children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="2"
      viewBox={`0 0 ${size} ${size}`}
    >
      {children}
    </svg>
  );
}

const soft = { fill: "currentColor", fillOpacity: 0.12, stroke: "none" } as const;

/** A door, and a person before it. */
export function EnterPicture({ className }: PictureProps) {
  return (
    <Picture className={className}>
      <rect x="34" y="10" width="34" height="60" rx="2" {...soft} />
      <path d="M34 70V12a2 2 0 012-2h30a2 2 0 012 2v58M8 70h64M60 40v4" />
      <circle cx="18" cy="38" r="6" />
      <path d="M8 70v-9a10 10 0 0120 0v9" />
    </Picture>
  );
}

/** A list of which some lines are chosen. */
export function ChoosePicture({ className }: PictureProps) {
  return (
    <Picture className={className}>
      <rect x="14" y="8" width="52" height="64" rx="3" {...soft} />
      <rect x="14" y="8" width="52" height="64" rx="3" />
      <rect x="22" y="18" width="10" height="10" rx="1.5" />
      <rect x="22" y="35" width="10" height="10" rx="1.5" />
      <rect x="22" y="52" width="10" height="10" rx="1.5" />
      <path d="M24 23l2.500 2.500L31 20M24 57l2.500 2.500L31 54M38 23h20M38 40h16M38 57h20" />
    </Picture>
  );
}

/** A phone with a closed lock. */
export function EncryptPicture({ className }: PictureProps) {
  return (
    <Picture className={className}>
      <rect x="22" y="6" width="36" height="68" rx="5" {...soft} />
      <rect x="22" y="6" width="36" height="68" rx="5" />
      <path d="M36 67h8M34 37v-5a6 6 0 0112 0v5" />
      <rect x="30" y="37" width="20" height="15" rx="2" fill="currentColor" stroke="none" />
    </Picture>
  );
}

/** A slip with a code, half out of the box. */
export function TrackerPicture({ className }: PictureProps) {
  return (
    <Picture className={className}>
      <path d="M10 44h60v28H10z" {...soft} />
      <path d="M22 44V10h36v34M10 44h60v28H10zM28 20h10M42 20h10M28 28h6M38 28h14M28 36h12M44 36h8" />
      <path d="M31 58l6 6 12-12" />
    </Picture>
  );
}

/** The hall, seen from the floor: rows of seats around a sealed box. */
export function SealedBallotPicture({ className }: PictureProps) {
  return (
    <svg aria-hidden="true" className={className} fill="none" viewBox="0 0 320 260">
      {rows.map(({ radius, seats }) =>
        seats.map(({ x, y, isFilled }) => (
          <circle key={`${radius} ${x}`} cx={x} cy={y} r="8" fill="currentColor" fillOpacity={isFilled ? 0.85 : 0.22} />
        )),
      )}
      <rect x="122" y="168" width="76" height="60" rx="4" fill="currentColor" />
      <rect x="142" y="178" width="36" height="5" rx="2.500" fill="var(--raised)" />
      <path
        d="M149 207l8 8 15-16"
        stroke="var(--raised)"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeWidth="5"
      />
      <path d="M20 236h280" stroke="currentColor" strokeWidth="3" />
    </svg>
  );
}

const rows = [
  { radius: 82, count: 8 },
  { radius: 112, count: 11 },
  { radius: 142, count: 14 },
].map(({ radius, count }) => ({
  radius,
  seats: Array.from({ length: count }, (_, index) => {
    const angle = Math.PI * (0.04 + (0.92 * index) / (count - 1));
    return {
      x: Math.round(160 - radius * Math.cos(angle)),
      y: Math.round(212 - radius * Math.sin(angle)),
      isFilled: (index * 7 + count) % 3 !== 0,
    };
  }),
}));
