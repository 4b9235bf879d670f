//go:build unix

package html_test

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// browser is a headless Chromium with one page, driven over the two pipes of --remote-debugging-pipe: a JSON message and
// a NUL in each direction.
type browser struct {
	t       testing.TB
	in      io.Writer
	out     *bufio.Reader
	id      int
	session string
	events  []message // since the page was opened
}

// message is a command, its result, or an event.
type message struct {
	ID      int             `json:"id,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   json.RawMessage `json:"error,omitempty"`
	Session string          `json:"sessionId,omitempty"`
}

// findBrowser returns the path of a Chromium. LRCODES_BROWSER may name it; "required" fails the test where there is
// none, which otherwise is skipped.
func findBrowser(t testing.TB) string {
	t.Helper()
	named := os.Getenv("LRCODES_BROWSER")
	if named != "" && named != "required" {
		return named
	}
	for _, name := range []string{"chromium", "chromium-headless-shell", "google-chrome", "google-chrome-stable", "chromium-browser",
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if named == "required" {
		t.Fatal("no Chromium, but LRCODES_BROWSER is required")
	}
	t.Skip("no Chromium: install one or set LRCODES_BROWSER")
	return ""
}

// startBrowser starts a browser that ends with the test.
func startBrowser(t testing.TB) *browser {
	t.Helper()
	if testing.Short() && os.Getenv("LRCODES_BROWSER") == "" {
		t.Skip("a browser is slow: run without -short or set LRCODES_BROWSER")
	}
	path := findBrowser(t)
	inRead, inWrite := pipe(t)
	outRead, outWrite := pipe(t)
	args := []string{"--headless", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu", "--user-data-dir=" + t.TempDir()}
	if os.Getuid() == 0 {
		args = append(args, "--no-sandbox") // which root cannot have
	}
	cmd := exec.Command(path, args...)
	cmd.ExtraFiles = []*os.File{inRead, outWrite}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	inRead.Close()
	outWrite.Close()
	b := &browser{t: t, in: inWrite, out: bufio.NewReader(outRead)}
	timer := time.AfterFunc(3*time.Minute, func() { cmd.Process.Kill() })
	t.Cleanup(func() {
		b.send("Browser.close", nil)
		cmd.Wait()
		timer.Stop()
	})
	var target, attached struct{ TargetID, SessionID string }
	b.call("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	b.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	b.session = attached.SessionID
	for _, domain := range []string{"Page", "Network", "Log", "Runtime"} {
		b.call(domain+".enable", nil, nil)
	}
	return b
}

func pipe(t testing.TB) (r, w *os.File) {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close(); w.Close() })
	return r, w
}

func (b *browser) send(method string, params any) int {
	b.id++
	p, _ := json.Marshal(params)
	data, _ := json.Marshal(message{ID: b.id, Method: method, Params: p, Session: b.session})
	b.in.Write(append(data, 0))
	return b.id
}

// read returns the next message.
func (b *browser) read() message {
	b.t.Helper()
	data, err := b.out.ReadBytes(0)
	if err != nil {
		b.t.Fatalf("the browser ended: %v", err)
	}
	var m message
	if err := json.Unmarshal(bytes.TrimSuffix(data, []byte{0}), &m); err != nil {
		b.t.Fatal(err)
	}
	if m.ID == 0 {
		b.events = append(b.events, m)
	}
	return m
}

// call runs a command and decodes its result.
func (b *browser) call(method string, params, result any) {
	b.t.Helper()
	if params == nil {
		params = struct{}{}
	}
	id := b.send(method, params)
	m := b.read()
	for m.ID != id {
		m = b.read()
	}
	if m.Error != nil {
		b.t.Fatalf("%s: %s", method, m.Error)
	}
	if result != nil {
		if err := json.Unmarshal(m.Result, result); err != nil {
			b.t.Fatal(err)
		}
	}
}

// open opens a page and waits until it is loaded and drawn.
func (b *browser) open(url string) {
	b.t.Helper()
	if b.text(`location.href.split("#")[0]`) == strings.Split(url, "#")[0] { // to go there would only scroll
		b.events = nil
		b.call("Page.navigate", map[string]any{"url": "about:blank"}, nil)
		b.wait("Page.loadEventFired")
	}
	var result struct{ ErrorText string }
	b.events = nil
	b.call("Page.navigate", map[string]any{"url": url}, &result)
	if result.ErrorText != "" {
		b.t.Fatalf("%s: %s", url, result.ErrorText)
	}
	b.wait("Page.loadEventFired")
	b.settle()
}

// wait reads until an event has come.
func (b *browser) wait(event string) {
	b.t.Helper()
	for seen := 0; ; {
		for ; seen < len(b.events); seen++ {
			if b.events[seen].Method == event {
				return
			}
		}
		b.read()
	}
}

// settle waits until the page is drawn twice, so that scrolling has ended.
func (b *browser) settle() {
	b.t.Helper()
	b.eval(`new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))`, nil)
}

// eval evaluates an expression in the page and decodes its value.
func (b *browser) eval(js string, value any) {
	b.t.Helper()
	var out struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails json.RawMessage
	}
	b.call("Runtime.evaluate", map[string]any{"expression": js, "returnByValue": true, "awaitPromise": true}, &out)
	if out.ExceptionDetails != nil {
		b.t.Fatalf("%s: %s", js, out.ExceptionDetails)
	}
	if value != nil {
		if err := json.Unmarshal(out.Result.Value, value); err != nil {
			b.t.Fatalf("%s: %v", js, err)
		}
	}
}

// text evaluates an expression whose value is a string.
func (b *browser) text(js string) string {
	b.t.Helper()
	var s string
	b.eval(js, &s)
	return s
}

// press presses and releases a key: a letter, Tab or Enter.
func (b *browser) press(key string) {
	b.t.Helper()
	event := map[string]any{"type": "keyDown", "key": key}
	switch key {
	case "Enter":
		event["windowsVirtualKeyCode"], event["text"] = 13, "\r"
	case "Tab":
		event["windowsVirtualKeyCode"] = 9
	default:
		event["text"] = key
	}
	b.call("Input.dispatchKeyEvent", event, nil)
	event["type"] = "keyUp"
	delete(event, "text")
	b.call("Input.dispatchKeyEvent", event, nil)
}

// keys types a text, a key for each letter.
func (b *browser) keys(text string) {
	b.t.Helper()
	for _, r := range text {
		b.press(string(r))
	}
	b.settle()
}

// size sets the size of the window.
func (b *browser) size(width, height int) {
	b.t.Helper()
	b.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false}, nil)
}

// scheme sets the color scheme that the user prefers: light or dark.
func (b *browser) scheme(name string) {
	b.t.Helper()
	b.call("Emulation.setEmulatedMedia", map[string]any{"features": []any{map[string]string{"name": "prefers-color-scheme", "value": name}}}, nil)
}

// requests returns the addresses that the page requested since it was opened.
func (b *browser) requests() []string {
	var urls []string
	for _, e := range b.events {
		var p struct{ Request struct{ URL string } }
		if e.Method == "Network.requestWillBeSent" && json.Unmarshal(e.Params, &p) == nil {
			urls = append(urls, p.Request.URL)
		}
	}
	return urls
}

// blocked returns the requests that the browser did not send because of the page's policy.
func (b *browser) blocked() []string {
	var ids []string
	for _, e := range b.events {
		var p struct{ RequestID, BlockedReason string }
		if e.Method == "Network.loadingFailed" && json.Unmarshal(e.Params, &p) == nil && p.BlockedReason == "csp" {
			ids = append(ids, p.RequestID)
		}
	}
	return ids
}

// log returns what the browser reported since the page was opened: blocked content, exceptions, dialogs.
func (b *browser) log() []string {
	var lines []string
	for _, e := range b.events {
		switch e.Method {
		case "Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Page.javascriptDialogOpening":
			lines = append(lines, string(e.Params))
		}
	}
	return lines
}

// shoot writes pictures of the window, dark and light, to the directory that LRCODES_SCREENSHOTS names, if it names one: for
// people.
func (b *browser) shoot(name string) {
	b.t.Helper()
	dir := os.Getenv("LRCODES_SCREENSHOTS")
	if dir == "" {
		return
	}
	for _, scheme := range []string{"dark", "light"} {
		b.scheme(scheme)
		var out struct{ Data string }
		b.call("Page.captureScreenshot", map[string]any{"format": "png"}, &out)
		data, err := base64.StdEncoding.DecodeString(out.Data)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, scheme+"-"+name+".png"), data, 0o666)
		}
		if err != nil {
			b.t.Fatal(err)
		}
	}
}
