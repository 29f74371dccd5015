import { expect } from '@open-wc/testing';
import { csv, goodRows, mountImporter } from '../../../test/mount-importer.ts';
import { waitUntil } from '../../../test/wait-until.ts';

const batchTab = async (...wishes: Parameters<typeof mountImporter>) => {
  const page = await mountImporter(...wishes);
  await page.press('Batch');
  return page;
};

/** Has another class stand in for the browser's workers while something is done. */
async function withWorkers<Result>(stand: unknown, act: () => Promise<Result>): Promise<Result> {
  const own = window.Worker;
  Object.assign(window, { Worker: stand });
  try {
    return await act();
  } finally {
    Object.assign(window, { Worker: own });
  }
}

/** The text of the file that a press hands to the browser, and its name. */
async function saved(press: () => void): Promise<{ name: string; text: string }> {
  const { promise, resolve } = Promise.withResolvers<{ name: string; text: string }>();
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  let blob = new Blob();
  URL.createObjectURL = (given) => ((blob = given as Blob), createObjectURL.call(URL, given));
  HTMLAnchorElement.prototype.click = function () {
    void blob.text().then((text) => resolve({ name: this.download, text }));
  };
  press();
  const file = await promise;
  URL.createObjectURL = createObjectURL;
  HTMLAnchorElement.prototype.click = click;
  return file;
}

describe('<number-importer> with a file', () => {
  it('NUM-3: tells the rules in two sentences, with the limit of the policy', async () => {
    const page = await batchTab({ mock: { policy: { batchMaxRows: 1200 } } });
    expect(page.text).to.include('Two columns without a header').and.include('up to 1,200 rows.');
    expect(page.all('.words li').map((word) => word.textContent?.trim())).to.include(
      'Informational/Notification',
    );
  });

  it('NUM-3: reads a file that is dropped, in a worker, and shows its review', async () => {
    const own = window.Worker;
    const started: string[] = [];
    class Watched extends own {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        started.push(String(url));
      }
    }
    const page = await withWorkers(Watched, async () => {
      const page = await batchTab();
      await page.drop(csv(['5013334444,Survey', '5013334445,Charity']));
      await page.comes('.review-head');
      return page;
    });
    expect(started.map((url) => url.split('/').at(-1))).to.deep.equal(['number-worker.ts']);
    expect(page.text).to.include('Review numbers.csv').and.include('Save 2 numbers');
    expect(page.hasFocusOn('.review-head')).to.equal(true);
    expect(page.said).to.equal('2 rows can be added, 0 have a problem.');
  });

  it('reads it on the page where there is no worker to be had', async () => {
    const refusing = class {
      constructor() {
        throw new DOMException('Not of this origin.', 'SecurityError');
      }
    };
    const page = await withWorkers(refusing, async () => {
      const page = await batchTab();
      await page.review(['5013334444,Survey']);
      return page;
    });
    expect(page.text).to.include('Save 1 number');
  });

  it('reads it on the page where the worker’s script is not there', async () => {
    const page = await mountImporter();
    page.importer.workerUrl = '/there-is-no-such-worker.js';
    await page.press('Batch');
    await page.review(['5013334444,Survey']);
    expect(page.text).to.include('Save 1 number');
  });

  it('has a worker ready while a file is being looked for, and ends it when it leaves the page', async () => {
    let [started, ended] = [0, 0];
    const idle = class {
      constructor() {
        started++;
      }
      terminate() {
        ended++;
      }
    };
    await withWorkers(idle, async () => {
      const page = await batchTab();
      await waitUntil(() => started === 1);
      page.importer.remove();
      expect(ended).to.equal(1);
    });
  });

  it('can be chosen by a button, the same file again after it was corrected', async () => {
    const page = await batchTab();
    const input = page.find<HTMLInputElement>('input[type=file]');
    let opened = 0;
    input.addEventListener('click', (event) => (event.preventDefault(), opened++));
    await page.press('Choose a file');
    expect(opened).to.equal(1);
    const data = new DataTransfer();
    data.items.add(csv(''));
    input.files = data.files;
    input.dispatchEvent(new Event('change'));
    await waitUntil(() => page.text.includes('The file is empty'));
    expect(input.value).to.equal('');
  });

  it('NUM-7: refuses whole, in one sentence that says what it is and what to do', async () => {
    const page = await batchTab({ mock: { policy: { batchMaxRows: 3 } } });
    const cases: [BlobPart, string][] = [
      ['', 'The file is empty: put a number and its call purpose into each row.'],
      [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), 'This is a spreadsheet: save it as CSV'],
      [new Uint8Array([0, 1, 2, 0, 255, 0, 0, 3]), 'This is no text file: save your list as CSV or TXT'],
      ['5013334444\n5013334445', 'The rows have one column only'],
      [goodRows(4).join('\n'), 'The file has more than the 3 rows that one file may have'],
    ];
    for (const [content, sentence] of cases) {
      await page.drop(new File([content], 'list.csv'));
      await waitUntil(() => page.find('[role=alert]').innerText.includes(sentence), sentence);
      expect(page.find('[role=alert]').innerText).to.include('list.csv');
      await expect(page.importer).to.be.accessible();
    }
    await page.drop(csv('a'), csv('b'));
    expect(page.find('[role=alert]').innerText).to.include('Drop one file at a time.');
  });

  it('NUM-7: says what was read all the same', async () => {
    const page = await batchTab();
    await page.review('Number;Purpose;Note\n5013334444;Survey;x\n\n5013334445;Charity;\n\n');
    const notices = page.find('.notices').innerText;
    expect(notices).to.include('The first row is a header and was left out.');
    expect(notices).to.include('separated by semicolons');
    expect(notices).to.include('Columns after the second were left out.');
  });

  it('shows that it reads, and can be called off', async () => {
    const stuck = class {
      postMessage() {
        started++;
      }
      terminate() {
        ended++;
      }
    };
    let [started, ended] = [0, 0];
    const page = await withWorkers(stuck, async () => {
      const page = await batchTab();
      await page.drop(csv(['5013334444,Survey'], 'long.csv'));
      await page.until('progress');
      await waitUntil(() => started === 1);
      expect(page.text).to.include('Reading long.csv');
      expect(page.said).to.equal('Reading long.csv');
      await page.press('Cancel');
      await waitUntil(() => ended === 1);
      return page;
    });
    expect(page.has('progress')).to.equal(false);
    expect(page.has('.choose')).to.equal(true);
  });

  it('says that a file could not be read, and reads the next one', async () => {
    const failing = class {
      onmessage: (event: { data: unknown }) => void = () => {};
      postMessage() {
        this.onmessage({ data: { failed: 'NotReadableError' } });
      }
      terminate() {}
    };
    const page = await withWorkers(failing, async () => {
      const page = await batchTab();
      await page.drop(csv(['5013334444,Survey']));
      await waitUntil(() => page.text.includes('The file could not be read.'));
      return page;
    });
    await page.review(['5013334444,Survey']);
    expect(page.text).to.include('Save 1 number');
  });

  it('NUM-3: hands over a template that nobody adds by mistake, and no cell of which is a formula', async () => {
    const page = await batchTab();
    const { name, text } = await saved(() => page.button('Download a template').click());
    expect(name).to.equal('numbers-template.csv');
    expect(text).to.not.match(/(^|,)[=+@-]/m);
    await page.review(text);
    expect(page.text).to.include('Problems 2').and.include('set aside for examples');
  });

  it('NUM-7: hands over the rejected with their reasons, and takes them back corrected', async () => {
    const page = await batchTab({ mock: { numbersOfOthers: ['+15013334445'] } });
    await page.review(['5013334444,Survey', '+15013334445,Charity', '501 333 4446,Prison']);
    await page.press('Save 2 numbers');
    await page.result();
    for (const profile of ['For a spreadsheet', 'For other software']) {
      const { name, text } = await saved(() => page.button(profile).click());
      expect(name).to.equal('numbers-rejected.csv');
      expect(text).to.include('Charity,This number is held elsewhere.');
      expect(text).to.include('501 333 4446,Prison,"Only digits, without spaces or punctuation."');
    }
    const { text } = await saved(() => page.button('For a spreadsheet').click());
    await page.drop(csv(text.replace('501 333 4446', '5013334446')));
    await page.until('.review-head');
    expect(page.text).to.include('All 2').and.include('Valid 2');
  });
});
