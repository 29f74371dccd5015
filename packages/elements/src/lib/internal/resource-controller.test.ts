import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ResourceController } from './resource-controller.ts';

/** A host that is updated when the test says so. */
class Host implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  updates = 0;
  #controllers: ReactiveController[] = [];

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  removeController(): void {}

  requestUpdate(): void {
    this.updates++;
  }

  tell(what: 'hostUpdate' | 'hostConnected' | 'hostDisconnected'): void {
    for (const controller of this.#controllers) controller[what]?.();
  }
}

/** A resource of texts, each load of which the test settles. */
function setUp() {
  const host = new Host();
  const loads: { source: string; signal: AbortSignal; settle: (text: string | Error) => Promise<void> }[] =
    [];
  const state = { source: null as string | null };
  const resource = new ResourceController<string, string>(host, {
    source: () => state.source,
    load: (source, signal) =>
      new Promise((resolve, reject) => {
        const settle = async (text: string | Error) => {
          if (text instanceof Error) reject(text);
          else resolve(text);
          await new Promise((done) => setTimeout(done));
        };
        loads.push({ source, signal, settle });
      }),
  });
  const from = (source: string | null) => {
    state.source = source;
    host.tell('hostUpdate');
  };
  return { host, loads, resource, from };
}

describe('ResourceController', () => {
  it('waits while there is no source, then loads once', async () => {
    const { loads, resource, from, host } = setUp();
    from(null);
    expect(resource.value).to.deep.equal({ state: 'loading', data: null });
    from('a');
    from('a');
    expect(loads).to.have.length(1);
    await loads[0]?.settle('here');
    expect(resource.value).to.deep.equal({ state: 'data', data: 'here' });
    expect(host.updates).to.equal(1);
  });

  it('keeps what is here through a reload, also through one that fails', async () => {
    const { loads, resource, from } = setUp();
    from('a');
    await loads[0]?.settle('old');
    resource.reload();
    expect(resource.value).to.deep.equal({ state: 'loading', data: 'old' });
    const error = new Error('refused');
    await loads[1]?.settle(error);
    expect(resource.value).to.deep.equal({ state: 'error', data: 'old', error });
    resource.reload();
    await loads[2]?.settle('new');
    expect(resource.value).to.deep.equal({ state: 'data', data: 'new' });
  });

  it('drops what another source gave, and whatever that source still answers', async () => {
    const { loads, resource, from } = setUp();
    from('a');
    await loads[0]?.settle('of a');
    resource.reload();
    from('b');
    expect(resource.value).to.deep.equal({ state: 'loading', data: null });
    expect(loads[1]?.signal.aborted).to.equal(true);
    await loads[1]?.settle('late');
    expect(resource.value.state).to.equal('loading');
    await loads[2]?.settle('of b');
    expect(resource.value).to.deep.equal({ state: 'data', data: 'of b' });
    from(null);
    expect(resource.value).to.deep.equal({ state: 'loading', data: null });
  });

  it('lets go of a request with the page, and takes it up again', async () => {
    const { host, loads, resource, from } = setUp();
    from('a');
    host.tell('hostDisconnected');
    expect(loads[0]?.signal.aborted).to.equal(true);
    await loads[0]?.settle(new Error('aborted'));
    expect(resource.value.state).to.equal('loading');
    host.tell('hostConnected');
    await loads[1]?.settle('here');
    expect(resource.value).to.deep.equal({ state: 'data', data: 'here' });
    host.tell('hostDisconnected');
    host.tell('hostConnected');
    expect(loads).to.have.length(2);
  });
});
