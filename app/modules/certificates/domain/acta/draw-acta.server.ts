// Draws the acta as a tagged PDF: headings, lists and tables that a screen reader can walk through, the language set, every page
// numbered. No clock and no chance: the same acta gives the same bytes.
import PdfDocument from "pdfkit";
import type { Acta, ActaPart } from "./acta-content.ts";

const margin = 56;
const bottom = 64;
const ink = "#1a1a1a";
const soft = "#555555";
const line = "#bbbbbb";

type Pdf = InstanceType<typeof PdfDocument>;
type Structure = ReturnType<Pdf["struct"]>;

export function drawActa(acta: Acta): Promise<Uint8Array> {
  const pdf = new PdfDocument({
    size: "A4",
    margins: { top: margin, left: margin, right: margin, bottom },
    pdfVersion: "1.7",
    tagged: true,
    lang: acta.language,
    displayTitle: true,
    bufferPages: true,
    // Why the instants: otherwise the file would say when it was made, and would be another one every time.
    info: { Title: acta.title, Author: "Plenaria", CreationDate: acta.at, ModDate: acta.at },
  });
  const written = collect(pdf);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  add(pdf, root, "H1", () => pdf.font("Helvetica-Bold").fontSize(20).fillColor(ink).text(acta.title));
  pdf.moveDown(0.4);
  add(pdf, root, "P", () => pdf.font("Helvetica-Bold").fontSize(13).text(acta.subtitle));
  for (const part of acta.parts) drawPart(pdf, root, part);
  root.end();
  numberPages(pdf, acta.pageWord);
  pdf.end();
  return written;
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on("data", (piece: Uint8Array) => pieces.push(piece));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(pieces))));
    pdf.on("error", reject);
  });
}

/** One element of the document's structure with what it draws. */
function add(pdf: Pdf, parent: Structure, type: string, draw: () => unknown): void {
  parent.add(
    pdf.struct(type, {}, () => {
      draw();
    }),
  );
}

function drawPart(pdf: Pdf, root: Structure, part: ActaPart): void {
  switch (part.kind) {
    case "heading":
      requireRoom(pdf, 70);
      pdf.moveDown(1);
      return add(pdf, root, "H2", () =>
        pdf.font("Helvetica-Bold").fontSize(13).fillColor(ink).text(part.text, margin).moveDown(0.4),
      );
    case "text":
      return add(pdf, root, "P", () =>
        pdf
          .font(part.isStrong === true ? "Helvetica-Bold" : "Helvetica")
          .fontSize(10.5)
          .fillColor(ink)
          .text(part.text, margin, pdf.y, { lineGap: 2 }),
      );
    case "facts":
      return drawFacts(pdf, root, part.facts);
    case "list":
      return drawList(pdf, root, part.lines);
    case "table":
      return drawTable(pdf, root, [part.head, ...part.rows]);
  }
}

function widthOf(pdf: Pdf): number {
  return pdf.page.width - 2 * margin;
}

function requireRoom(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.height - bottom) pdf.addPage();
}

function drawFacts(pdf: Pdf, root: Structure, facts: readonly (readonly [string, string])[]): void {
  for (const [term, value] of facts) {
    requireRoom(pdf, 34);
    add(pdf, root, "P", () => {
      pdf.font("Helvetica").fontSize(9).fillColor(soft).text(term, margin, pdf.y);
      const isCode = /^[0-9A-Za-z+/=]{30,}$/.test(value);
      pdf
        .font(isCode ? "Courier" : "Helvetica")
        .fontSize(isCode ? 9 : 10.5)
        .fillColor(ink)
        .text(value, margin, pdf.y);
    });
    pdf.moveDown(0.35);
  }
}

function drawList(pdf: Pdf, root: Structure, lines: readonly string[]): void {
  const list = pdf.struct("L");
  root.add(list);
  for (const [index, text] of lines.entries()) {
    requireRoom(pdf, 30);
    add(pdf, list, "LI", () => {
      const { y } = pdf;
      pdf
        .font("Helvetica")
        .fontSize(10.5)
        .fillColor(soft)
        .text(`${index + 1}.`, margin, y, { width: 22 });
      pdf.fillColor(ink).text(text, margin + 26, y, { width: widthOf(pdf) - 26, lineGap: 1.5 });
    });
    pdf.moveDown(0.25);
  }
  list.end();
}

function drawTable(pdf: Pdf, root: Structure, rows: readonly (readonly string[])[]): void {
  const table = pdf.struct("Table");
  root.add(table);
  const numbers = 90;
  const first = widthOf(pdf) - 2 * numbers;
  for (const [index, cells] of rows.entries()) {
    requireRoom(pdf, 26);
    const isStrong = index === 0 || index === rows.length - 1;
    const y = pdf.y + 4;
    pdf
      .font(isStrong ? "Helvetica-Bold" : "Helvetica")
      .fontSize(10.5)
      .fillColor(ink);
    const height = pdf.heightOfString(cells[0] ?? "", { width: first - 12 });
    const row = pdf.struct("TR");
    table.add(row);
    for (const [column, text] of cells.entries()) {
      const x = column === 0 ? margin : margin + first + (column - 1) * numbers;
      add(pdf, row, index === 0 ? "TH" : "TD", () =>
        pdf.text(text, x, y, column === 0 ? { width: first - 12 } : { width: numbers, align: "right" }),
      );
    }
    row.end();
    pdf.y = y + height + 4;
    pdf.markContent("Artifact", { type: "Layout" });
    pdf
      .moveTo(margin, pdf.y)
      .lineTo(margin + widthOf(pdf), pdf.y)
      .lineWidth(0.5)
      .strokeColor(line)
      .stroke();
    pdf.endMarkedContent();
  }
  table.end();
  pdf.x = margin;
  pdf.moveDown(0.5);
}

function numberPages(pdf: Pdf, word: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index);
    pdf.page.margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    pdf
      .font("Helvetica")
      .fontSize(9)
      .fillColor(soft)
      .text(`${word} ${index + 1} / ${count}`, margin, pdf.page.height - 40, {
        width: widthOf(pdf),
        align: "right",
        lineBreak: false,
      });
    pdf.endMarkedContent();
  }
}
