// A net/http site with gorilla/sessions (CookieStore) and gorilla/csrf, as their documentation joins them.
package main

import (
	"html/template"
	"net/http"
	"os"

	"github.com/gorilla/csrf"
	"github.com/gorilla/sessions"
)

var store = sessions.NewCookieStore([]byte("a-session-key-of-32-bytes-length"), []byte("an-encryption-key-of-32-bytes-it"))
var trails []string

var page = template.Must(template.New("page").Parse(`<!doctype html><title>Trails</title><link rel="icon" href="data:,">
<h1><a href="/">Trails</a></h1><a id="theme" href="/map?layer=topo">topo</a>
{{if .User}}<form method="post" action="/session/end">{{.Csrf}}<button id="logout">End session</button></form>{{else}}<a href="/session/new">Start</a>{{end}}
{{if eq .Form "login"}}<form id="login" method="post" action="/session/new">{{.Csrf}}<input type="text" name="hiker"><input type="password" name="secret"><input type="submit"></form>{{end}}
{{if eq .Form "note"}}<form id="note" method="post" action="/trails">{{.Csrf}}<input type="text" name="trail"><input type="submit"></form>{{end}}
{{range .Trails}}<p>{{.}}</p>{{end}}`))

func user(r *http.Request) string {
	session, _ := store.Get(r, "hike")
	name, _ := session.Values["hiker"].(string)
	return name
}

func show(w http.ResponseWriter, r *http.Request, form string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	page.Execute(w, map[string]interface{}{"User": user(r), "Csrf": csrf.TemplateField(r), "Form": form, "Trails": trails})
}

func away(w http.ResponseWriter, r *http.Request, path string) { http.Redirect(w, r, path, http.StatusSeeOther) }

func start(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		show(w, r, "login")
		return
	}
	if r.PostFormValue("hiker") != os.Getenv("USER_NAME") || r.PostFormValue("secret") != os.Getenv("USER_PASSWORD") {
		w.WriteHeader(http.StatusForbidden)
		show(w, r, "login")
		return
	}
	session, _ := store.Get(r, "hike")
	session.Values["hiker"] = r.PostFormValue("hiker")
	session.Save(r, w)
	away(w, r, "/trails")
}

func end(w http.ResponseWriter, r *http.Request) {
	session, _ := store.Get(r, "hike")
	session.Options.MaxAge = -1
	session.Save(r, w)
	away(w, r, "/")
}

func guarded(w http.ResponseWriter, r *http.Request) {
	if user(r) == "" {
		away(w, r, "/session/new")
		return
	}
	if r.Method == http.MethodPost {
		trails = append(trails, r.PostFormValue("trail"))
		away(w, r, "/trails")
		return
	}
	show(w, r, "note")
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { show(w, r, "") })
	mux.HandleFunc("/map", func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "layer", Value: r.FormValue("layer"), Path: "/", MaxAge: 31536000})
		away(w, r, "/")
	})
	mux.HandleFunc("/session/new", start)
	mux.HandleFunc("/session/end", end)
	mux.HandleFunc("/trails", guarded)
	mux.HandleFunc("/trails/closed", guarded)
	protect := csrf.Protect([]byte("a-forgery-key-that-has-32-bytes!"), csrf.Secure(false))
	http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), protect(mux))
}
