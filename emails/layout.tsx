// The frame of every mail: whom it greets, what it says, how to recognise that it is genuine.
// Tables and inline styles, because mail programs understand little else. Colours have 7:1 against their ground.
import type { CSSProperties, ReactNode } from "react";
import type { Block, Fact } from "./letter.ts";

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

const text: CSSProperties = { margin: "0 0 16px", fontFamily: sans, fontSize: 16, lineHeight: 1.6, color: ink };
const small: CSSProperties = { fontFamily: sans, fontSize: 13, lineHeight: 1.5, color: soft };
const notice: CSSProperties = {
  ...text,
  padding: "10px 14px",
  borderLeft: `4px solid ${accent}`,
  backgroundColor: "#eef4f8",
};
const button: CSSProperties = {
  display: "inline-block",
  padding: "12px 22px",
  backgroundColor: accent,
  color: "#ffffff",
  fontFamily: sans,
  fontSize: 16,
  fontWeight: 600,
  textDecoration: "none",
  borderRadius: 4,
};
const code: CSSProperties = { fontFamily: "Menlo, Consolas, monospace", fontSize: 18, wordBreak: "break-all" };
const factValue: CSSProperties = {
  padding: "8px 0",
  borderTop: `1px solid ${line}`,
  fontFamily: sans,
  fontSize: 15,
  color: ink,
};
const factTerm: CSSProperties = {
  ...factValue,
  padding: "8px 12px 8px 0",
  textAlign: "left",
  verticalAlign: "top",
  width: "38%",
  fontWeight: 400,
  color: soft,
};

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
        <main lang={language} style={{ padding: "24px 12px" }}>
          <table
            role="presentation"
            cellPadding={0}
            cellSpacing={0}
            style={{
              width: "100%",
              maxWidth: 600,
              margin: "0 auto",
              backgroundColor: "#ffffff",
              border: `1px solid ${line}`,
              borderRadius: 6,
            }}
          >
            <tbody>
              {banner === undefined ? null : (
                <Row background="#fff3d6">
                  <p style={{ margin: 0, fontFamily: sans, fontSize: 14, lineHeight: 1.5, color: "#5c3d00" }}>
                    {banner}
                  </p>
                </Row>
              )}
              <Row>
                <h1
                  style={{
                    margin: "8px 0 20px",
                    fontFamily: font,
                    fontSize: 24,
                    lineHeight: 1.25,
                    fontWeight: 600,
                    color: ink,
                  }}
                >
                  {subject}
                </h1>
                <Paragraph>{greeting}</Paragraph>
                {blocks.map((block, index) => (
                  <BlockView key={index} block={block} linkHint={linkHint} />
                ))}
              </Row>
              <Row background="#f8f9fb">
                {footer.map((sentence) => (
                  <p
                    key={sentence}
                    style={{ margin: "0 0 8px", fontFamily: sans, fontSize: 13, lineHeight: 1.5, color: soft }}
                  >
                    {sentence}
                  </p>
                ))}
              </Row>
            </tbody>
          </table>
        </main>
      </body>
    </html>
  );
}

function Row({ background, children }: { readonly background?: string; readonly children: ReactNode }) {
  return (
    <tr>
      <td
        style={{
          padding: "16px 28px",
          ...(background === undefined ? {} : { backgroundColor: background, borderTop: `1px solid ${line}` }),
        }}
      >
        {children}
      </td>
    </tr>
  );
}

function BlockView({ block, linkHint }: { readonly block: Block; readonly linkHint: string }) {
  switch (block.kind) {
    case "text":
      return <Paragraph>{block.text}</Paragraph>;
    case "notice":
      return <p style={notice}>{block.text}</p>;
    case "button":
      return <Button label={block.label} href={block.href} linkHint={linkHint} />;
    case "code":
      return (
        <p style={text}>
          {block.label}
          <br />
          <strong style={code}>{block.value}</strong>
        </p>
      );
    case "facts":
      return <Facts facts={block.facts} />;
  }
}

/** With the address in full below it, for who wants to see where it leads or cannot press it. */
function Button({
  label,
  href,
  linkHint,
}: {
  readonly label: string;
  readonly href: string;
  readonly linkHint: string;
}) {
  return (
    <>
      <p style={{ margin: "24px 0 12px" }}>
        <a href={href} style={button}>
          {label}
        </a>
      </p>
      <p style={{ ...small, margin: "0 0 20px", wordBreak: "break-all" }}>
        {linkHint}{" "}
        <a href={href} style={{ color: accent }}>
          {href}
        </a>
      </p>
    </>
  );
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <table cellPadding={0} cellSpacing={0} style={{ width: "100%", margin: "0 0 16px", borderCollapse: "collapse" }}>
      <tbody>
        {facts.map(({ term, value }) => (
          <tr key={term}>
            <th scope="row" style={factTerm}>
              {term}
            </th>
            <td style={factValue}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Paragraph({ children }: { readonly children: ReactNode }) {
  return <p style={text}>{children}</p>;
}
