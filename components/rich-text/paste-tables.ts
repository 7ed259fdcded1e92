import { withoutBold } from "./paste-elements";

const BLOCKS = "p, div, li, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, pre, table, tr, td, th, br";

/** Tables as Markdown has them: each cell one line, none joined, the first row the headings. */
export function tidyTables(body: HTMLElement): void {
  for (const table of [...body.querySelectorAll("table")]) {
    if (!table.isConnected && !body.contains(table)) continue;
    for (const inner of table.querySelectorAll("td table, th table")) inner.replaceWith(...wordsOf(inner));
    const grid = gridOf(table);
    const cells = grid.flat();
    const [only] = cells;
    if (cells.length === 0) table.remove();
    // A frame around words is no table.
    else if (cells.length === 1 && only) table.replaceWith(...only.childNodes);
    else table.replaceWith(tableOf(grid));
  }
}

function wordsOf(element: Element): (string | Node)[] {
  return [` ${element.textContent ?? ""} `];
}

/** Rows and columns, with empty cells where one reached over several. */
function gridOf(table: HTMLTableElement): (Element | null)[][] {
  const grid: (Element | null | undefined)[][] = [...table.rows].map(() => []);
  [...table.rows].forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (grid[y]?.[x] !== undefined) x++;
      for (let down = 0; down < Math.min(cell.rowSpan || 1, grid.length - y); down++) {
        for (let across = 0; across < Math.min(cell.colSpan, 50); across++) {
          const line = grid[y + down];
          if (line) line[x + across] = down === 0 && across === 0 ? cell : null;
        }
      }
    }
  });
  const width = Math.max(0, ...grid.map((line) => line.length));
  return width === 0 ? [] : grid.map((line) => Array.from({ length: width }, (_, x) => line[x] ?? null));
}

function tableOf(grid: (Element | null)[][]): HTMLTableElement {
  const table = document.createElement("table");
  for (const [y, line] of grid.entries()) {
    const row = table.insertRow();
    for (const cell of line) {
      const made = document.createElement(y === 0 ? "th" : "td");
      if (cell) {
        const align = cell.getAttribute("align");
        if (align) made.setAttribute("align", align);
        if (y === 0) withoutBold(cell);
        made.append(...flat(cell).childNodes);
      }
      row.append(made);
    }
  }
  return table;
}

/** The words of a cell in one line, with a blank where a block began. */
function flat(cell: Element): Element {
  for (const block of [...cell.querySelectorAll(BLOCKS)].reverse()) {
    block.replaceWith(" ", ...block.childNodes, " ");
  }
  return cell;
}
