import type { Sql } from '../database.ts'

/**
 * Takes a delivery in. A copy of it that arrives meanwhile waits for this transaction's end.
 * @returns whether it is new.
 */
export const takeDelivery = async (tx: Sql, delivery: { id: string; event: string }): Promise<boolean> =>
  (
    await tx.query('INSERT INTO webhook_deliveries (id, event) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id', [
      delivery.id,
      delivery.event,
    ])
  ).length === 1

/** Forgets deliveries that nobody sends again: GitHub lets one be redelivered for three days. */
export async function trimDeliveries(sql: Sql): Promise<void> {
  await sql.query("DELETE FROM webhook_deliveries WHERE received_at < now() - interval '30 days'")
}
