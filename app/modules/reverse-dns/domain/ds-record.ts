// Delegation signer records, as zone files have them, and compared with the keys that the zone itself publishes.
// Source: RFC 4034 §5 and appendix B (key tag), RFC 4509 (SHA-256), RFC 6605 §2 (SHA-384), RFC 8624 §3.3 (SHA-1 must not be made).

export interface DsRecord {
  readonly keyTag: number;
  readonly algorithm: number;
  readonly digestType: number;
  /** Hexadecimal, capitals. */
  readonly digest: string;
}

/** A key of a zone, as its DNSKEY record has it. */
export interface ZoneKey {
  readonly flags: number;
  readonly algorithm: number;
  readonly key: Uint8Array;
}

/** "60485 8 2 D4B7…" as zone files have it. */
export function writeDsRecord({ keyTag, algorithm, digestType, digest }: DsRecord): string {
  return `${keyTag} ${algorithm} ${digestType} ${digest}`;
}

/** The bytes of a DNSKEY record. Source: RFC 4034 §2.1. */
function keyBytes({ flags, algorithm, key }: ZoneKey): Uint8Array {
  return Uint8Array.from([flags >> 8, flags & 0xff, 3, algorithm, ...key]);
}

/** Source: RFC 4034 appendix B. */
export function keyTagOf(key: ZoneKey): number {
  const sum = keyBytes(key).reduce((total, byte, place) => total + (place % 2 === 0 ? byte << 8 : byte), 0);
  return (sum + Math.floor(sum / 65_536)) % 65_536;
}

/** Takes a digest of bytes: the type is that of the DS record. */
export type Digest = (digestType: number, bytes: Uint8Array) => string;

/** The DS record of a zone's key. */
export function dsRecordOf(zone: string, key: ZoneKey, digestType: number, digest: Digest): DsRecord {
  const bytes = Uint8Array.from([...wireName(zone), ...keyBytes(key)]);
  return { keyTag: keyTagOf(key), algorithm: key.algorithm, digestType, digest: digest(digestType, bytes) };
}

/** Whether one of the zone's keys has this record. A key that signs a zone has the flag for it (RFC 4034 §5.2). */
export function isDsOf(zone: string, record: DsRecord, keys: readonly ZoneKey[], digest: Digest): boolean {
  const zoneKeys = keys.filter(({ flags }) => (flags & 0x0100) !== 0);
  return zoneKeys.some((key) => {
    const { keyTag, algorithm, digest: wanted } = dsRecordOf(zone, key, record.digestType, digest);
    return keyTag === record.keyTag && algorithm === record.algorithm && wanted === record.digest;
  });
}

/** A name as digests take it: small letters, each label behind its length. Source: RFC 4034 §6.2. */
function wireName(name: string): number[] {
  const labels = name.toLowerCase().split(".");
  return [...labels.flatMap((label) => [label.length, ...Array.from(label, (letter) => letter.charCodeAt(0))]), 0];
}
