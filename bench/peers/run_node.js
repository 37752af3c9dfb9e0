// One Node peer in a process of its own, as run_python.py does it for Python:
//   NODE_PATH=FOLDER/node_modules node run_node.js NAME --work FOLDER --out FOLDER --count N --warm N
'use strict';
const fs = require('fs');
const path = require('path');

const given = {};
for (let n = 3; n < process.argv.length; n += 2) given[process.argv[n].slice(2)] = process.argv[n + 1];
const template = name => path.join(given.work, name + '.docx');

const peers = {
  docxtemplater() {
    const PizZip = require('pizzip');
    const Docxtemplater = require('docxtemplater');
    const drawn = fs.readFileSync(template('braces'));
    return (record, out) => {
      const document = new Docxtemplater(new PizZip(drawn), {paragraphLoop: true, linebreaks: true});
      document.render(record);
      fs.writeFileSync(out, document.getZip().generate({type: 'nodebuffer', compression: 'DEFLATE'}));
    };
  },
  carbone() {
    const carbone = require('carbone');
    return (record, out) => new Promise((done, failed) => carbone.render(template('carbone'), record, (fault, made) => {
      if (fault) return failed(fault);
      fs.writeFileSync(out, made);
      done();
    }));
  },
  docx_templates() {
    const {createReport} = require('docx-templates');
    const drawn = fs.readFileSync(template('docx-templates'));
    return async (record, out) =>
      fs.writeFileSync(out, await createReport({template: drawn, data: record, cmdDelimiter: '+++', noSandbox: true}));
  },
  easy_template_x() {
    const {TemplateHandler} = require('easy-template-x');
    const drawn = fs.readFileSync(template('braces'));
    const handler = new TemplateHandler();
    return async (record, out) => fs.writeFileSync(out, await handler.process(drawn, record));
  },
};

function peakMegabytes() {
  try {
    return +/VmHWM:\s+(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1] / 1024;
  } catch {
    return 0;
  }
}

async function main() {
  const data = JSON.parse(fs.readFileSync(path.join(given.work, 'data.json'), 'utf8'));
  const one = peers[process.argv[2]]();
  const wall = [];
  const processor = [];
  let out;
  for (let n = 0; n < +given.count + +given.warm; n++) {
    out = path.join(given.out, data[n].file + '.docx');
    const used = process.cpuUsage();
    const start = process.hrtime.bigint();
    await one(data[n], out);
    const taken = process.cpuUsage(used);
    wall.push(Number(process.hrtime.bigint() - start) / 1e6);
    processor.push((taken.user + taken.system) / 1e3);
  }
  const warm = +given.warm;
  console.log(JSON.stringify({
    wall: wall.slice(warm), processor: processor.slice(warm), memory: peakMegabytes(), size: fs.statSync(out).size,
  }));
}

main().catch(fault => {
  console.error(fault);
  process.exit(1);
});
