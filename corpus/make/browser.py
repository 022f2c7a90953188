"""One Chromium for a whole batch, spoken to over pipes: Browser().pdf(html, path) takes 0.1 to 0.3 s a page instead of a start each."""
import base64, json, os, select, shutil, subprocess, tempfile

class Browser:
    def __init__(self, chrome=None):
        chrome = chrome or os.environ.get('CHROME') or shutil.which('chromium') or shutil.which('google-chrome')
        self.tmp = tempfile.mkdtemp(prefix='cv-chrome-'); to_r, self.out = os.pipe(); self.inp, from_w = os.pipe()
        def fds():
            a, b = os.dup(to_r), os.dup(from_w); os.dup2(a, 3, inheritable=True); os.dup2(b, 4, inheritable=True)
        self.proc = subprocess.Popen([chrome, '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-extensions', '--disable-background-networking', '--remote-debugging-pipe', f'--user-data-dir={self.tmp}', 'about:blank'],
                                     close_fds=False, preexec_fn=fds, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_r); os.close(from_w); self.buf = b''; self.n = 0; self.events = []
        target = self.call('Target.createTarget', url='about:blank')['targetId']; self.session = self.call('Target.attachToTarget', targetId=target, flatten=True)['sessionId']
        self.call('Page.enable', True)
    def read(self, timeout):
        while b'\0' not in self.buf:
            if not select.select([self.inp], [], [], timeout)[0]: raise TimeoutError('browser')
            chunk = os.read(self.inp, 1 << 20)
            if not chunk: raise EOFError('browser ended')
            self.buf += chunk
        m, self.buf = self.buf.split(b'\0', 1); return json.loads(m)
    def call(self, method, session=False, timeout=60, **params):
        self.n += 1; m = dict(id=self.n, method=method, params=params)
        if session: m['sessionId'] = self.session
        data = json.dumps(m).encode() + b'\0'
        while data: data = data[os.write(self.out, data):]
        while True:
            r = self.read(timeout)
            if r.get('id') == self.n:
                if 'error' in r: raise RuntimeError(r['error'])
                return r['result']
            self.events.append(r.get('method'))
    def pdf(self, html, path, script=None, one_page=False, header=None, footer=None):
        """html: the page's text. script: run before printing, in a window as wide as the sheet. one_page: one sheet as long as the content.
        header/footer: the browser's own print lines (HTML templates)."""
        if script: self.call('Emulation.setDeviceMetricsOverride', True, width=794, height=1123, deviceScaleFactor=1, mobile=False); self.call('Emulation.setEmulatedMedia', True, media='print')
        frame = self.call('Page.getFrameTree', True)['frameTree']['frame']['id']; self.call('Page.setDocumentContent', True, frameId=frame, html=html)
        self.call('Runtime.evaluate', True, expression='document.fonts.ready.then(() => 1)', awaitPromise=True)
        if script: 
            r = self.call('Runtime.evaluate', True, expression=script, awaitPromise=True)
            if 'exceptionDetails' in r: raise RuntimeError(str(r['exceptionDetails'])[:300])
        extra = dict(displayHeaderFooter=True, headerTemplate=header or '<span></span>', footerTemplate=footer or '<span></span>') if header or footer else {}
        size = dict(preferCSSPageSize=True)
        if one_page:
            h = self.call('Runtime.evaluate', True, expression="(() => { const h = Math.max(1123, document.documentElement.scrollHeight + 2); const s = document.createElement('style'); s.textContent = '@page{size:794px ' + h + 'px!important;margin:0!important}'; document.head.append(s); return h })()")['result']['value']
            size = dict(preferCSSPageSize=True, paperWidth=794 / 96, paperHeight=h / 96, marginTop=0, marginBottom=0, marginLeft=0, marginRight=0)
        r = self.call('Page.printToPDF', True, printBackground=True, **size, **extra)
        if script: self.call('Emulation.clearDeviceMetricsOverride', True); self.call('Emulation.setEmulatedMedia', True, media='')
        with open(path, 'wb') as f: f.write(base64.b64decode(r['data']))
    def close(self):
        try: self.call('Browser.close', timeout=10)
        except Exception: self.proc.kill()
        self.proc.wait(); os.close(self.out); os.close(self.inp); shutil.rmtree(self.tmp, ignore_errors=True)
