// The frame of every mail: whom it greets, what it says, how to recognise that it is genuine.
// Tables and inline styles, because mail programs understand little else. Colours have 7:1 against their ground.
import type { ReactNode } from "react";
import type { Block } from "./letter.ts";

export interface LayoutProps {
  readonly language: string;
  readonly subject: string;
  readonly greeting: string;
  readonly blocks: readonly Block[];
  readonly linkHint: string;
  /** How to recognise official mail, and that nobody asks for a password. */
  readonly footer: readonly string[];
  /** Says that this is a demonstration. */
  readonly banner?: string;
}

const ink = "#1a1f2b";
const soft = "#4a5160";
const accent = "#0b4a6f";
const line = "#d5d9e0";
const font = "Georgia, 'Times New Roman', serif";
const sans = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

export function Layout({ language, subject, greeting, blocks, linkHint, footer, banner }: LayoutProps) {
  return (
    <html lang={language} dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
      </head>
      <body style={{ margin: 0, padding: 0, backgroundColor: "#f3f4f6", color: ink }}>
        <div role="article" aria-label={subject} lang={language} style={{ padding: "24px 12px" }}>
          <table role="presentation" cellPadding={0} cellSpacing={0} style={{ width: "100%", maxWidth: 600, margin: "0 auto", backgroundColor: "#ffffff", border: `1px solid ${line}`, borderRadius: 6 }}>
            <tbody>
              {banner === undefined ? null : (
                <Row background="#fff3d6">
                  <p style={{ margin: 0, fontFamily: sans, fontSize: 14, lineHeight: 1.5, color: "#5c3d00" }}>{banner}</p>
                </Row>
              )}
              <Row>
                <h1 style={{ margin: "8px 0 20px", fontFamily: font, fontSize: 24, lineHeight: 1.25, fontWeight: 600, color: ink }}>{subject}</h1>
                <Paragraph>{greeting}</Paragraph>
                {blocks.map((block, index) => (
                  <BlockView key={index} block={block} linkHint={linkHint} />
                ))}
              </Row>
              <Row background="#f8f9fb">
                {footer.map((sentence) => (
                  <p key={sentence} style={{ margin: "0 0 8px", fontFamily: sans, fontSize: 13, lineHeight: 1.5, color: soft }}>
                    {sentence}
                  </p>
                ))}
              </Row>
            </tbody>
          </table>
        </div>
      </body>
    </html>
  );
}

function Row({ background, children }: { readonly background?: string; readonly children: ReactNode }) {
  return (
    <tr>
      <td style={{ padding: "16px 28px", ...(background === undefined ? {} : { backgroundColor: background, borderTop: `1px solid ${line}` }) }}>{children}</td>
    </tr>
  );
}

function Paragraph({ children }: { readonly children: ReactNode }) {
  return <p style={{ margin: "0 0 16px", fontFamily: sans, fontSize: 16, lineHeight: 1.6, color: ink }}>{children}</p>;
}

function BlockView({ block, linkHint }: { readonly block: Block; readonly linkHint: string }) {
  switch (block.kind) {
    case "text":
      return <Paragraph>{block.text}</Paragraph>;
    case "notice":
      return (
        <p style={{ margin: "0 0 16px", padding: "10px 14px", borderLeft: `4px solid ${accent}`, backgroundColor: "#eef4f8", fontFamily: sans, fontSize: 16, lineHeight: 1.6, color: ink }}>
          {block.text}
        </p>
      );
    case "button":
      return (
        <>
          <p style={{ margin: "24px 0 12px" }}>
            <a href={block.href} style={{ display: "inline-block", padding: "12px 22px", backgroundColor: accent, color: "#ffffff", fontFamily: sans, fontSize: 16, fontWeight: 600, textDecoration: "none", borderRadius: 4 }}>
              {block.label}
            </a>
          </p>
          <p style={{ margin: "0 0 20px", fontFamily: sans, fontSize: 13, lineHeight: 1.5, color: soft, wordBreak: "break-all" }}>
            {linkHint} <a href={block.href} style={{ color: accent }}>{block.href}</a>
          </p>
        </>
      );
    case "code":
      return (
        <p style={{ margin: "0 0 16px", fontFamily: sans, fontSize: 16, lineHeight: 1.6, color: ink }}>
          {block.label}
          <br />
          <strong style={{ fontFamily: "Menlo, Consolas, monospace", fontSize: 18, wordBreak: "break-all" }}>{block.value}</strong>
        </p>
      );
    case "facts":
      return (
        <table cellPadding={0} cellSpacing={0} style={{ width: "100%", margin: "0 0 16px", borderCollapse: "collapse" }}>
          <tbody>
            {block.facts.map(({ term, value }) => (
              <tr key={term}>
                <th scope="row" style={{ padding: "8px 12px 8px 0", borderTop: `1px solid ${line}`, textAlign: "left", verticalAlign: "top", width: "38%", fontFamily: sans, fontSize: 15, fontWeight: 400, color: soft }}>
                  {term}
                </th>
                <td style={{ padding: "8px 0", borderTop: `1px solid ${line}`, fontFamily: sans, fontSize: 15, color: ink }}>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}
