import { Tag } from "@candour/web/components/text.tsx"
import type { FC } from "hono/jsx"

/** A desk's name in a table; marked where it has stopped, so that nobody takes its 0 for nought. */
export const StoppedDesk: FC<{ name: string; mark: string | undefined }> = ({ name, mark }) => (
  <>
    {name}
    {mark && (
      <>
        {" "}
        <Tag colour="red">{mark}</Tag>
      </>
    )}
  </>
)
