// Where the small switches of the frame send the reader back to.

/** Security: only a path of our own, so that a switch cannot be used to send somebody elsewhere. */
export function safeBack(back: FormDataEntryValue | null): string {
  return typeof back === "string" && /^\/(?![/\\])/.test(back) ? back : "/";
}
