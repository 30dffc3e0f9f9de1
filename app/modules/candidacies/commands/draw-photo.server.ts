// Draws a picture anew from what was uploaded: square, small, upright, without place, camera or anything else that was in the file.
// Security: what cannot be read as a picture of a known kind is refused; a small file that unfolds into a huge picture too.
import sharp from "sharp";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { photoSide, photoUpload } from "../domain/file-limits.ts";

export type PhotoRefusal = Refusal<"PHOTO_TOO_LARGE" | "PHOTO_UNREADABLE" | "PHOTO_TOO_SMALL">;

const formats = ["jpeg", "png", "webp"];

/** Gives a JPEG of `photoSide` points square. */
export async function drawPhoto(uploaded: Uint8Array): Promise<Result<Uint8Array, PhotoRefusal>> {
  if (uploaded.byteLength > photoUpload.bytes)
    return refuse("PHOTO_TOO_LARGE", { megabytes: photoUpload.bytes / 1024 / 1024 });
  const size = await measure(uploaded);
  if (size === undefined) return refuse("PHOTO_UNREADABLE");
  if (size.width * size.height > photoUpload.points)
    return refuse("PHOTO_TOO_LARGE", { megabytes: photoUpload.bytes / 1024 / 1024 });
  if (Math.min(size.width, size.height) < photoUpload.smallestSide)
    return refuse("PHOTO_TOO_SMALL", { points: photoUpload.smallestSide });
  try {
    const drawn = await sharp(uploaded, { limitInputPixels: photoUpload.points, failOn: "error", animated: false })
      // Why first: a telephone writes how it was held beside the picture, which we throw away.
      .rotate()
      .resize(photoSide, photoSide, { fit: "cover", position: "attention" })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer();
    return ok(new Uint8Array(drawn));
  } catch {
    // Why not rethrown: half a picture, or a broken one, is the uploader's; sharp has no other way to say so.
    return refuse("PHOTO_UNREADABLE");
  }
}

async function measure(uploaded: Uint8Array): Promise<{ width: number; height: number } | undefined> {
  try {
    const { format, width, height } = await sharp(uploaded, { limitInputPixels: false }).metadata();
    return formats.includes(format) ? { width, height } : undefined;
  } catch {
    return undefined;
  }
}
