import { asset } from "@candour/web/assets.ts"
import { raw } from "hono/html"
import type { StaffContext } from "../services.ts"
import { en } from "./messages.ts"

/** The page inside the closed frame. The same for everybody: it holds nothing until a report's page hands it a file. */
export const showViewer = (c: StaffContext) =>
  c.html(
    <>
      {raw("<!DOCTYPE html>")}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <title>{en.title}</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href={asset("viewer.css")} />
          {/* No module: those are asked for with CORS, which an opaque origin doesn't pass. */}
          <script defer src={asset("viewer.js")} />
        </head>
        <body>
          {/* No landmark: the page around it has its own main part. */}
          <div id="shown" data-pdf-script={asset("pdf.js")} />
        </body>
      </html>
    </>,
  )
