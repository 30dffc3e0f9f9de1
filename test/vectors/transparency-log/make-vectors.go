// Makes the vectors of the transparency log with golang.org/x/mod/sumdb/note and sumdb/tlog, which are not of this project.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type inclusion struct {
	Index int64    `json:"index"`
	Proof []string `json:"proof"`
}
type consistency struct {
	First int64    `json:"first"`
	Proof []string `json:"proof"`
}
type tree struct {
	Size        int64         `json:"size"`
	Root        string        `json:"root"`
	Inclusion   []inclusion   `json:"inclusion"`
	Consistency []consistency `json:"consistency"`
}
type tile struct {
	Path string `json:"path"`
	Sha  string `json:"sha256"`
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
func hexes(hs []tlog.Hash) []string {
	out := []string{}
	for _, h := range hs {
		out = append(out, hex.EncodeToString(h[:]))
	}
	return out
}

func main() {
	const leaves = 70000
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(ix []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(ix))
		for i, x := range ix {
			out[i] = stored[x]
		}
		return out, nil
	})
	for n := int64(0); n < leaves; n++ {
		hs, err := tlog.StoredHashes(n, []byte(fmt.Sprintf("entry %d", n)), reader)
		must(err)
		stored = append(stored, hs...)
	}
	trees := []tree{}
	for _, size := range []int64{1, 2, 3, 7, 8, 255, 256, 257, 1000, 65536, 65537, 70000} {
		root, err := tlog.TreeHash(size, reader)
		must(err)
		t := tree{Size: size, Root: hex.EncodeToString(root[:])}
		for _, index := range []int64{0, size / 3, size - 1} {
			p, err := tlog.ProveRecord(size, index, reader)
			must(err)
			t.Inclusion = append(t.Inclusion, inclusion{index, hexes(p)})
		}
		for _, first := range []int64{1, size/2 + 1, size} {
			if first > size {
				continue
			}
			p, err := tlog.ProveTree(size, first, reader)
			must(err)
			t.Consistency = append(t.Consistency, consistency{first, hexes(p)})
		}
		trees = append(trees, t)
	}
	tiles := []tile{}
	for _, t := range tlog.NewTiles(8, 69000, leaves) {
		data, err := tlog.ReadTileData(t, reader)
		must(err)
		sum := sha256.Sum256(data)
		// C2SP writes tile/<L>, the Go checksum database tile/<H>/<L>.
		tiles = append(tiles, tile{"tile/" + t.Path()[len("tile/8/"):], hex.EncodeToString(sum[:])})
	}
	for _, n := range []int64{5, 1234067, 999, 1000} {
		tiles = append(tiles, tile{"tile/" + (tlog.Tile{H: 8, L: 0, N: n, W: 256}).Path()[len("tile/8/"):], ""})
	}

	seed := sha256.Sum256([]byte("a log that is only an example"))
	skey, vkey, err := note.GenerateKey(bytes.NewReader(seed[:]), "plenaria.example/log")
	must(err)
	signer, err := note.NewSigner(skey)
	must(err)
	root, err := tlog.TreeHash(leaves, reader)
	must(err)
	text := fmt.Sprintf("plenaria.example/log\n%d\n%s\n", leaves, root)
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	must(err)

	// The witness: cosignature/v1 by hand, as c2sp.org/tlog-cosignature says, for the library knows type 1 alone.
	wseed := sha256.Sum256([]byte("a witness that is only an example"))
	wkey := ed25519.NewKeyFromSeed(wseed[:])
	wpub := wkey.Public().(ed25519.PublicKey)
	wname := "witness.example/w1"
	idSum := sha256.Sum256(append([]byte(wname+"\n\x04"), wpub...))
	at := uint64(1900000000)
	var line []byte
	line = append(line, idSum[:4]...)
	line = binary.BigEndian.AppendUint64(line, at)
	line = append(line, ed25519.Sign(wkey, []byte(fmt.Sprintf("cosignature/v1\ntime %d\n%s", at, text)))...)
	wvkey := fmt.Sprintf("%s+%x+%s", wname, idSum[:4], base64.StdEncoding.EncodeToString(append([]byte{4}, wpub...)))

	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	must(enc.Encode(map[string]interface{}{
		"trees": trees, "tiles": tiles,
		"note": map[string]string{"signingKey": skey, "verificationKey": vkey, "note": string(signed)},
		"cosignature": map[string]interface{}{"seed": hex.EncodeToString(wseed[:]), "verificationKey": wvkey, "timestamp": at,
			"line": "— " + wname + " " + base64.StdEncoding.EncodeToString(line) + "\n"},
	}))
}
