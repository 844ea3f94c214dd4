<%@ Page Language="C#" %>
<script runat="server">
  void Logon(object sender, EventArgs e) {
    if (UserName.Text == Environment.GetEnvironmentVariable("USER_NAME") && UserPass.Text == Environment.GetEnvironmentVariable("USER_PASSWORD"))
      FormsAuthentication.RedirectFromLoginPage(UserName.Text, false);
    else
      Msg.Text = "Invalid credentials. Please try again.";
  }
</script>
<!doctype html><html><head><title>Logon</title><link rel="icon" href="data:,"></head><body><h3>Logon Page</h3>
<form id="login" runat="server"><asp:TextBox id="UserName" runat="server" /><asp:TextBox id="UserPass" TextMode="Password" runat="server" />
<asp:Button id="Submit1" OnClick="Logon" Text="Log On" runat="server" /><asp:Label id="Msg" runat="server" /></form></body></html>
