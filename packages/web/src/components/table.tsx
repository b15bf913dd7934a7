import type { Child, FC } from "hono/jsx"

/** A column of a table. */
export interface Column {
  title: string
  /** Figures stand right, so that they can be compared. */
  numeric?: boolean
}

/** A table of rows that have the same columns. */
export interface TableProps {
  caption: string
  captionSize?: "s" | "m" | "l" | "hidden"
  columns: readonly Column[]
  rows: readonly (readonly Child[])[]
  /** The first cell of each row is its header. */
  rowHeaders?: boolean
  /** On a phone each row is a block of lines that say their column's name, and nothing is beyond the edge. */
  blocks?: boolean
}

const captionClass = (size: TableProps["captionSize"] = "m") =>
  `govuk-table__caption ${size === "hidden" ? "govuk-visually-hidden" : `govuk-table__caption--${size}`}`

/** A table that scrolls by itself where it is too wide for the screen, reachable by keyboard. */
export const Table: FC<TableProps> = ({ caption, captionSize, columns, rows, rowHeaders, blocks }) => (
  <section class={`candour-scroll${blocks ? " candour-blocks" : ""}`} tabindex={0} aria-label={caption}>
    <table class="govuk-table">
      <caption class={captionClass(captionSize)}>{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {columns.map(({ title, numeric }) => (
            <th scope="col" class={`govuk-table__header${numeric ? " govuk-table__header--numeric" : ""}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((cells) => (
          <tr class="govuk-table__row">
            {cells.map((cell, index) =>
              rowHeaders && index === 0 ? (
                <th scope="row" class="govuk-table__header">
                  {cell}
                </th>
              ) : (
                <td
                  class={`govuk-table__cell${columns[index]?.numeric ? " govuk-table__cell--numeric" : ""}`}
                  data-column={blocks ? columns[index]?.title : undefined}
                >
                  {/* Beside the column's name it is one thing, whatever it consists of. */}
                  {blocks ? <div>{cell}</div> : cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
