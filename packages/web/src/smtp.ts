import { createTransport } from "nodemailer"

/** Sends one mail to one address; rejects where it could not be handed over. */
export type SendMail = (to: string, subject: string, text: string) => Promise<unknown>

/**
 * Sends by the operator's own SMTP server.
 *
 * @param url - `smtps://user:password@host:port`, or `smtp://…`, which takes TLS where it is offered
 * @param from - the address that mails come from
 */
export function smtp(url: string, from: string): SendMail {
  const transport = createTransport(url, { from })
  return (to, subject, text) => transport.sendMail({ to, subject, text })
}
