import { randomUUID } from 'node:crypto';
import type { ProblemBody } from '@numberdesk/core/http';
import type { PortOutDetail, PortOutInput } from '@numberdesk/core/portouts';
import type { Answered, Sending, TestServer } from './test-server.ts';

/** A refusal with the request as it is now, where it says so. */
export type PortOutProblem = ProblemBody & { current: PortOutDetail };

/** A request as a carrier's feed would record it. */
export const portOut = (more: Partial<PortOutInput> = {}): PortOutInput => ({
  account: 'acme',
  request: 'PO_624719',
  requestedFocDate: '2026-12-04',
  numbers: ['+15013334444'],
  ...more,
});

/** A rejection that nothing stands against. */
export const rejection = { reason: 'account-number-mismatch', details: { value: '4711' } };

/** What a reseller does about port-outs, in few words; `as` is a key or a session. */
export function portOutDesk(server: Pick<TestServer, 'send'>) {
  const send = <Body = PortOutDetail>(as: string, method: string, path: string, sending: Sending = {}) =>
    server.send<Body>(method, `/v1/${path}`, {
      as,
      ...sending,
      headers: { 'idempotency-key': randomUUID(), ...sending.headers },
    });
  /** An act on a request in the version that the caller has seen. */
  const act = <Body = PortOutDetail>(
    as: string,
    { id, version }: Pick<PortOutDetail, 'id' | 'version'>,
    path: string,
    body: object = {},
  ): Promise<Answered<Body>> =>
    send(as, 'POST', `portouts/${id}/${path}`, { body, headers: { 'if-match': `"${version}"` } });
  return {
    send,
    act,
    async record(as: string, more: Partial<PortOutInput> = {}): Promise<PortOutDetail> {
      const { status, body } = await send(as, 'POST', 'portouts', { body: portOut(more) });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body;
    },
    /** As `act`, and it has to succeed. */
    async done(
      as: string,
      portout: Pick<PortOutDetail, 'id' | 'version'>,
      path: string,
      body: object = {},
    ): Promise<PortOutDetail> {
      const answer = await act(as, portout, path, body);
      if (answer.status >= 400) throw new Error(JSON.stringify(answer.body));
      return answer.body;
    },
    async get(as: string, id: string): Promise<PortOutDetail> {
      return (await send(as, 'GET', `portouts/${id}`)).body;
    },
  };
}
