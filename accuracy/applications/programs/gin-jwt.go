// gin-jwt as in its example "basic": /login, /auth/refresh_token, /auth/hello, and a page that keeps the token.
package main

import (
	"log"
	"net/http"
	"os"
	"time"

	jwt "github.com/appleboy/gin-jwt"
	"github.com/gin-gonic/gin"
)

type login struct {
	Username string `form:"username" json:"username" binding:"required"`
	Password string `form:"password" json:"password" binding:"required"`
}

// User is who is logged in.
type User struct{ UserName string }

const identityKey = "id"

const page = `<!doctype html><title>Hello</title><link rel="icon" href="data:,"><form id="login"><input name="username"><input name="password" type="password">
<button type="submit">Sign in</button></form><p id="said">…</p><button id="load">Hello</button> <button id="add">Save</button>
<button id="refresh">Renew</button> <button id="dark">Large</button> <button id="out">Sign out</button><script>
const say = (text) => { document.querySelector('#said').textContent = text; };
const keep = ({ token, expire }) => localStorage.setItem('auth', JSON.stringify({ token, expire }));
const bearer = () => { const kept = JSON.parse(localStorage.getItem('auth') || 'null'); return kept ? { Authorization: 'Bearer ' + kept.token } : {}; };
const on = (id, action) => document.querySelector(id).addEventListener('click', () => action().then(say));
const told = async (answer) => { const body = await answer.json(); return answer.ok ? JSON.stringify(body) : 'refused: ' + body.message; };
document.querySelector('#login').addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await fetch('/login', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(Object.fromEntries(new FormData(event.target))) });
  const body = await answer.json();
  if (!answer.ok) return say('failed: ' + body.message);
  keep(body); say('signed in');
});
on('#load', async () => told(await fetch('/auth/hello', { headers: bearer() })));
on('#add', async () => told(await fetch('/auth/hello', { method: 'POST', headers: bearer() })));
on('#refresh', async () => { keep(await (await fetch('/auth/refresh_token', { headers: bearer() })).json()); return 'renewed'; });
on('#dark', async () => { localStorage.setItem('size', 'large'); return 'large'; });
on('#out', async () => { await fetch('/logout', { method: 'POST', headers: bearer() }); localStorage.removeItem('auth'); return 'signed out'; });
</script>`

func main() {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	middleware, err := jwt.New(&jwt.GinJWTMiddleware{
		Realm:       "test zone",
		Key:         []byte("the key of this small site, long enough"),
		Timeout:     time.Hour,
		MaxRefresh:  time.Hour,
		IdentityKey: identityKey,
		PayloadFunc: func(data interface{}) jwt.MapClaims {
			if v, ok := data.(*User); ok {
				return jwt.MapClaims{identityKey: v.UserName}
			}
			return jwt.MapClaims{}
		},
		IdentityHandler: func(c *gin.Context) interface{} {
			return &User{UserName: jwt.ExtractClaims(c)[identityKey].(string)}
		},
		Authenticator: func(c *gin.Context) (interface{}, error) {
			var values login
			if c.ShouldBind(&values) != nil {
				return "", jwt.ErrMissingLoginValues
			}
			if values.Username == os.Getenv("USER_NAME") && values.Password == os.Getenv("USER_PASSWORD") {
				return &User{UserName: values.Username}, nil
			}
			return nil, jwt.ErrFailedAuthentication
		},
		Unauthorized: func(c *gin.Context, code int, message string) { c.JSON(code, gin.H{"code": code, "message": message}) },
	})
	if err != nil {
		log.Fatal(err)
	}
	r.GET("/", func(c *gin.Context) { c.Data(http.StatusOK, "text/html; charset=utf-8", []byte(page)) })
	r.POST("/login", middleware.LoginHandler)
	r.POST("/logout", middleware.LogoutHandler)
	auth := r.Group("/auth", middleware.MiddlewareFunc())
	hello := func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"userName": c.MustGet(identityKey).(*User).UserName, "text": "Hello World."}) }
	auth.GET("/refresh_token", middleware.RefreshHandler)
	auth.GET("/hello", hello)
	auth.POST("/hello", hello)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), r))
}
