import { SMTPServer } from "smtp-server"

/** An SMTP server on the loopback that takes every mail, or refuses it as a full mailbox. */
export interface MailServer {
  url: string
  /** Each mail as the server got it, whole, with its envelope. */
  got: { to: string[]; whole: string }[]
  /** Whether it refuses a mail to this address; nobody's unless told. */
  refuses: (address: string) => boolean
  close(): Promise<void>
}

/** Starts a {@link MailServer} on a free port. */
export async function mailServer(): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on("data", (part) => parts.push(part))
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        if (to.some((address) => mail.refuses(address))) return done(new Error("The mailbox is full."))
        mail.got.push({ to, whole: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.server.address() as { port: number }
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    got: [],
    refuses: () => false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return mail
}
