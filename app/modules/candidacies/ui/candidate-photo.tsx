// The picture of a candidate: of one size for all, and a place of the same size where there is none.
import { Icon } from "#app/ui/icon.tsx";
import { photoSide } from "../domain/file-limits.ts";
import { linkToPhoto } from "../links.ts";

export function CandidatePhoto({
  candidate,
  isLarge = false,
}: {
  readonly candidate: { readonly id: string; readonly name: string; readonly photoHash: string | null };
  readonly isLarge?: boolean;
}) {
  const size = isLarge ? "size-40 sm:size-48" : "size-24";
  if (candidate.photoHash === null) {
    return (
      <span
        aria-hidden="true"
        className={`${size} flex shrink-0 items-center justify-center rounded-lg border border-line bg-sunken text-ink-soft`}
      >
        <Icon name="person" className="size-1/2" />
      </span>
    );
  }
  return (
    <img
      src={linkToPhoto(candidate.id, candidate.photoHash)}
      alt=""
      width={photoSide}
      height={photoSide}
      loading="lazy"
      className={`${size} shrink-0 rounded-lg border border-line object-cover`}
    />
  );
}
