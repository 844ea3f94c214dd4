// Macaron with its session middleware (memory), as its documentation writes it.
package main

import (
	"net/http"
	"os"
	"strings"

	"github.com/go-macaron/session"
	"gopkg.in/macaron.v1"
)

var recipes []string

func show(ctx *macaron.Context, sess session.Store, body string) string {
	ctx.Resp.Header().Set("Content-Type", "text/html; charset=utf-8")
	menu := `<a href="/user/login">Log in</a>`
	if sess.Get("uid") != nil {
		menu = `<a id="logout" href="/user/logout">Log out</a>`
	}
	return `<!doctype html><title>Confectioner</title><link rel="icon" href="data:,"><h1><a href="/">Confectioner</a></h1>
<a id="theme" href="/lang?lang=fr-FR">Français</a> ` + menu + body
}

func main() {
	m := macaron.New()
	m.Use(macaron.Recovery())
	m.Use(session.Sessioner())
	m.Get("/", func(ctx *macaron.Context, sess session.Store) string { return show(ctx, sess, strings.Join(recipes, "<br>")) })
	m.Get("/lang", func(ctx *macaron.Context) {
		ctx.SetCookie("lang", ctx.Query("lang"), 31536000, "/")
		ctx.Redirect("/")
	})
	m.Get("/user/login", func(ctx *macaron.Context, sess session.Store) string {
		return show(ctx, sess, `<form id="login" method="post"><input type="text" name="user_name"><input type="password" name="password"><input type="submit"></form>`)
	})
	m.Post("/user/login", func(ctx *macaron.Context, sess session.Store) string {
		if ctx.Query("user_name") != os.Getenv("USER_NAME") || ctx.Query("password") != os.Getenv("USER_PASSWORD") {
			return show(ctx, sess, "<p>Not known.</p>")
		}
		sess.Set("uid", 1)
		ctx.Redirect("/sweets")
		return ""
	})
	m.Get("/user/logout", func(ctx *macaron.Context, sess session.Store) {
		sess.Destory(ctx)
		ctx.Redirect("/")
	})
	guarded := func(ctx *macaron.Context, sess session.Store) string {
		if sess.Get("uid") == nil {
			ctx.Redirect("/user/login")
			return ""
		}
		if ctx.Req.Method == http.MethodPost {
			recipes = append(recipes, ctx.Query("sweet"))
			ctx.Redirect("/sweets")
			return ""
		}
		return show(ctx, sess, `<form id="note" method="post" action="/sweets"><input type="text" name="sweet"><input type="submit"></form>`)
	}
	m.Get("/sweets", guarded)
	m.Post("/sweets", guarded)
	m.Get("/sweets/sold", guarded)
	http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), m)
}
